import { browser } from 'wxt/browser';
import { type Site, sitePattern } from '../../../core/site.ts';
import { sendMessage } from '../messaging.ts';

/** How an attempt to switch voice on came out. */
export type Enabling = 'enabled' | 'refused' | 'failed';

/**
 * Asks the person for a site and switches voice on there. Call it in the very task of a click:
 * a permission may be asked for nowhere else. The prompt may close the popup, so the background
 * is told first and finishes the job when nobody is left to.
 */
export async function enableSite(site: Site): Promise<Enabling> {
  const told = sendMessage('wantSite', site);
  const asked = browser.permissions.request({ origins: [sitePattern(site)] });
  // Without a background to hear it, the last message fails too and says so.
  told.catch(() => undefined);
  const granted = await asked.catch(() => null);
  if (granted === null) return 'failed';
  if (!granted) return 'refused';
  return sendMessage('enableSite', site).then(
    () => 'enabled',
    () => 'failed',
  );
}

/** Switches voice off on a site; false when that did not work. */
export async function disableSite(site: Site): Promise<boolean> {
  return sendMessage('disableSite', site).then(
    () => true,
    () => false,
  );
}
