import {
  type MatchPattern,
  hostPermissions,
  isEveryHost,
  matchesAddress,
} from './match-pattern.ts';
import { type Site, siteName, sitePattern, siteOf } from './site.ts';
import type { Address } from './url.ts';

/** Somewhere voice is on: a whole site, `https://example.com`, or what a match pattern means. */
export type Place = MatchPattern;

/** Where voice is on, as the settings say it. */
export interface Enabled {
  readonly sites: readonly Place[];
  /** Sites that are left out, where a pattern would include them. */
  readonly sitesOff: readonly Site[];
}

/** Every page there is. */
export const EVERYWHERE: MatchPattern = '*://*/*';

/** The match pattern of a place. */
export function placePattern(place: Place): MatchPattern {
  return isSite(place) ? sitePattern(place) : place;
}

/** The permissions that a place needs. */
export function placePermissions(place: Place): MatchPattern[] {
  return hostPermissions(placePattern(place));
}

/** Whether a place is a whole site, written as a browser writes it: in small letters, and without a port. */
export function isSite(place: Place): place is Site {
  return /^https?:\/\/(?:[a-z0-9._~!$&'()+,;="`{}-]+|\[[0-9a-f:.]+\])$/.test(place);
}

/** A place as a person would say it; a pattern as it is written. */
export function placeName(place: Place): string {
  return isSite(place) ? siteName(place) : place;
}

/** The places because of which voice is on at an address; none where it is off. */
export function placesAt({ sites, sitesOff }: Enabled, address: Address | null): readonly Place[] {
  const site = siteOf(address);
  if (address === null || site === null || sitesOff.includes(site)) return [];
  return sites.filter((place) => matchesAddress(placePattern(place), address));
}

/** Whether voice is on at an address. */
export function isEnabledAt(enabled: Enabled, address: Address | null): boolean {
  return placesAt(enabled, address).length > 0;
}

/**
 * Whether voice is on in a frame: where it is on in the page around it and, by name, in the frame
 * itself. "Everywhere" means pages and not what they embed, such as advertisements.
 */
export function isEnabledInFrame(
  enabled: Enabled,
  frame: Address | null,
  page: Address | null,
): boolean {
  return isNamedAt(enabled, frame) && isEnabledAt(enabled, page);
}

/** Whether voice is on at an address by its name, and not because it is on everywhere. */
export function isNamedAt(enabled: Enabled, address: Address | null): boolean {
  return placesAt(enabled, address).some((place) => !isEveryHost(placePattern(place)));
}

/** The settings after voice was switched on, or off, for one site. */
export function switched(enabled: Enabled, address: Address, on: boolean) {
  const site = siteOf(address);
  if (site === null) return { sites: [...enabled.sites], sitesOff: [...enabled.sitesOff] };
  const sitesOff = enabled.sitesOff.filter((other) => other !== site);
  if (on) {
    const isOn = isEnabledAt({ ...enabled, sitesOff }, address);
    return { sites: isOn ? [...enabled.sites] : [...enabled.sites, site], sitesOff };
  }
  // What means this host alone goes; of what means others too, this site is left out.
  const own = [`${address.protocol}//${address.hostname}`, `*://${address.hostname}`];
  const isOwn = (place: Place) =>
    own.some((host) => place === host || place.startsWith(`${host}/`));
  const sites = enabled.sites.filter((place) => !isOwn(place));
  const isStillOn = isEnabledAt({ sites, sitesOff }, address);
  return { sites, sitesOff: isStillOn ? [...sitesOff, site] : sitesOff };
}
