import type { Address } from './url.ts';

/**
 * Which addresses are meant, as browsers write it: `https://*.example.com/help/*`.
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export type MatchPattern = string;

/** The longest pattern that is read, in characters. */
const MOST = 500;

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
}

/** Why a text is no match pattern for pages. */
export type PatternFault = 'unreadable' | 'scheme' | 'host' | 'port' | 'path';

/** What is wrong with a match pattern, as a browser would find it; null when it will do. */
export function patternFault(pattern: string): PatternFault | null {
  const parts = partsOf(pattern);
  if (parts === null) return 'unreadable';
  if (!['http', 'https', '*'].includes(parts.scheme)) return 'scheme';
  if (/:\d*$/.test(parts.host) && !parts.host.endsWith(']')) return 'port';
  if (!isHost(parts.host)) return 'host';
  return parts.path === '' ? 'path' : null;
}

/** Whether an address is meant; its port and its fragment do not count. */
export function matchesAddress(pattern: MatchPattern, address: Address): boolean {
  const parts = patternFault(pattern) === null ? partsOf(pattern) : null;
  if (parts === null) return false;
  const { scheme, host, path } = parts;
  return (
    matchesScheme(scheme, address.protocol) &&
    matchesHost(host, address.hostname) &&
    matchesGlob(path, address.pathname + address.search)
  );
}

/**
 * The permissions for everything at the same hosts: they know no paths. For any scheme these are two:
 * Chrome grants no pattern that is wider than each of those in the manifest.
 */
export function hostPermissions(pattern: MatchPattern): MatchPattern[] {
  const { scheme = '', host = '' } = partsOf(pattern) ?? {};
  const schemes = scheme === '*' ? ['http', 'https'] : [scheme];
  return schemes.map((one) => `${one}://${host}/*`);
}

/** Whether a pattern means everything at its hosts. */
export function isWholeHost(pattern: MatchPattern): boolean {
  return partsOf(pattern)?.path === '/*';
}

/** Whether a pattern means every host there is. */
export function isEveryHost(pattern: MatchPattern): boolean {
  return partsOf(pattern)?.host === '*';
}

/** Whether a text matches one in which `*` stands for anything; takes no longer for many of them. */
export function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function partsOf(pattern: string): Parts | null {
  if (pattern.length > MOST || /\s/.test(pattern)) return null;
  const [, scheme, host, path = ''] = /^([^:/]*):\/\/([^/]*)(\/.*)?$/.exec(pattern) ?? [];
  return scheme === undefined || host === undefined ? null : { scheme, host, path };
}

function isHost(host: string): boolean {
  if (host === '*') return true;
  const name = host.startsWith('*.') ? host.slice(2) : host;
  // Written as the browser writes it: in small letters, and letters of other scripts as xn--.
  return /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/.test(name);
}

function matchesScheme(scheme: string, protocol: string): boolean {
  return scheme === '*' ? ['http:', 'https:'].includes(protocol) : `${scheme}:` === protocol;
}

function matchesHost(host: string, hostname: string): boolean {
  if (host === '*') return true;
  if (!host.startsWith('*.')) return host === hostname;
  const rest = host.slice(2);
  return hostname === rest || hostname.endsWith(`.${rest}`);
}
