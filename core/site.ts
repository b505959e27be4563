import type { Address } from './url.ts';

/**
 * A site on which voice can be enabled, written as its scheme and host: `https://example.com`.
 * A port is left out, since a host permission covers every port of its host.
 */
export type Site = string;

/** The site an address belongs to, or null where no extension may run (browser pages, files). */
export function siteOf(address: Address | null): Site | null {
  if (address === null || !['http:', 'https:'].includes(address.protocol)) return null;
  return `${address.protocol}//${address.hostname}`;
}

/** The match pattern that covers a site, for host permissions and script registration. */
export function sitePattern(site: Site): string {
  return `${site}/*`;
}

/** A site as a person would say it: the host alone. */
export function siteName(site: Site): string {
  return site.replace(/^https?:\/\//, '');
}
