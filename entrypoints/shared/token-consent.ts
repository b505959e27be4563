import { type Browser, browser } from 'wxt/browser';

/**
 * What goes to a backend along with a token, in Firefox's words: the token, and the site of each start. There a
 * person is asked for it in Firefox's own question, and may take it back on its page about add-ons.
 */
const TOLD = ['authenticationInfo', 'browsingActivity'];

/** Permissions, with the kind that only Firefox has. */
interface DataPermissions extends Browser.permissions.Permissions {
  readonly data_collection: string[];
}

const CONSENT: DataPermissions = { permissions: [], origins: [], data_collection: TOLD };

/** Whether a backend may be shown its token, and told from which site one starts. */
export async function hasTokenConsent(): Promise<boolean> {
  return import.meta.env.FIREFOX ? browser.permissions.contains(CONSENT) : true;
}

/** Asks for it, where one has to; call it in the very task of a click. */
export async function askTokenConsent(): Promise<boolean> {
  return import.meta.env.FIREFOX ? browser.permissions.request(CONSENT) : true;
}
