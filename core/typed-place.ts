import { EVERYWHERE, type Place, isSite } from './enabled.ts';
import { type PatternFault, patternFault } from './match-pattern.ts';

/** What a person typed to say where voice is to be on, or why that cannot be. */
export type TypedPlace =
  | { readonly place: Place; readonly fault: null }
  | { readonly place: null; readonly fault: PatternFault };

/**
 * Reads a place as people write it: `example.com`, `example.com/help/*`, an address from the
 * location bar, or a match pattern. Without a scheme it is https.
 */
export function readPlace(typed: string): TypedPlace {
  const text = typed.trim();
  const { host, path } = cut(text.includes('://') ? text : `https://${text}`);
  const place = ['', '/', '/*'].includes(path) ? host : host + path;
  if (isSite(place) && patternFault(`${place}/*`) === null) return { place, fault: null };
  const pattern = place === host ? `${host}/*` : place;
  const fault = patternFault(pattern);
  if (fault !== null) return { place: null, fault };
  return { place: pattern === 'https://*/*' ? EVERYWHERE : pattern, fault: null };
}

/** Scheme and host, which are the same in capitals, and what comes after. */
function cut(address: string) {
  const [, host = '', path = ''] = /^([^/]*:\/\/[^/]*)(\/.*)?$/.exec(address) ?? [];
  return { host: host.toLowerCase(), path };
}
