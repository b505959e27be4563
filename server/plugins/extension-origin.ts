import { ANY_MOZILLA } from '../config/network.ts';

const MOZILLA = /^moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether an Origin header is that of an allowed extension, letter by letter. */
export function isExtension(origin: string | undefined, allowed: readonly string[]): boolean {
  // The wildcard stands for origins, and is none.
  if (origin === undefined || origin === ANY_MOZILLA) return false;
  return allowed.includes(origin) || (allowed.includes(ANY_MOZILLA) && MOZILLA.test(origin));
}
