import { storage } from 'wxt/utils/storage';
import { hasTokenConsent } from './token-consent.ts';

/** A backend's access token, with the address of the only backend that is ever shown it. */
interface BackendToken {
  readonly backendUrl: string;
  readonly token: string;
}

/** Kept on this computer alone, and no part of the settings: it is in no file that anybody saves. */
const stored = storage.defineItem<BackendToken>('local:backendToken');

/** What the backend at this address wants to see; null where there is nothing for it, or it may not see it. */
export async function loadToken(backendUrl: string): Promise<string | null> {
  const kept = await stored.getValue();
  if (kept?.backendUrl !== backendUrl) return null;
  return (await hasTokenConsent()) ? kept.token : null;
}

/** Keeps a backend's token, in the place of any other. */
export async function keepToken(backendUrl: string, token: string): Promise<void> {
  await stored.setValue({ backendUrl, token });
}

/** Forgets the token there is. */
export async function forgetToken(): Promise<void> {
  await stored.removeValue();
}

/** Tells when another token, or none, is there from now on. */
export function watchToken(listener: () => void): void {
  stored.watch(listener);
}
