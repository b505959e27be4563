import { type Address, hasCredentials, isLoopback } from './url.ts';

/** Where the companion backend listens when nobody says otherwise. */
export const DEFAULT_BACKEND_URL = 'http://127.0.0.1:8787';

/** Why an address cannot be the backend's. */
export type BackendUrlFault = 'unreadable' | 'not_https' | 'credentials' | 'extra';

/**
 * What is wrong with a backend address, or null when it will do: https anywhere,
 * http on this very computer only, no credentials, no query and no fragment.
 * @param address the parsed address, or null when it did not parse
 */
export function backendUrlFault(address: Address | null): BackendUrlFault | null {
  if (address === null) return 'unreadable';
  if (!['http:', 'https:'].includes(address.protocol)) return 'unreadable';
  if (address.protocol === 'http:' && !isLoopback(address.hostname)) return 'not_https';
  if (hasCredentials(address)) return 'credentials';
  if (address.search !== '' || address.hash !== '') return 'extra';
  return null;
}

/** The address as it is stored: no trailing slash, so that paths can be appended. */
export function normalBackendUrl(address: Address): string {
  return `${address.protocol}//${address.host}${address.pathname.replace(/\/+$/, '')}`;
}
