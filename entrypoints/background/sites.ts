import { browser } from 'wxt/browser';
import { type Place, isSite, placePermissions, switched } from '../../core/enabled.ts';
import { changeSettings, loadSettings } from '../shared/settings-store.ts';
import { record } from './events.ts';
import { revokedSites } from '../shared/revoked-sites.ts';
import { wantedSite } from '../shared/wanted-site.ts';

/** How long a permission prompt may stand before its answer counts as one to something else. */
const PROMPT_MS = 120_000;

/** Turns voice on somewhere for which the permission has been granted. */
export async function enableSite(place: Place): Promise<void> {
  await wantedSite.removeValue();
  const revoked = await revokedSites.getValue();
  await revokedSites.setValue(revoked.filter((other) => other !== place));
  const { sites, sitesOff } = await loadSettings();
  record('site enabled');
  if (isSite(place)) await changeSettings(switched({ sites, sitesOff }, new URL(place), true));
  else if (!sites.includes(place)) await changeSettings({ sites: [...sites, place] });
}

/** Turns voice on in several places, as long as the permission has been granted for each; false, and nothing is done, where not. */
export async function enableGranted(places: readonly Place[]): Promise<boolean> {
  const granted = await Promise.all(places.map(isGranted));
  if (granted.includes(false)) return false;
  // One after the other, since each changes the same settings.
  for (const place of places) await enableSite(place);
  return true;
}

/** Takes a place out of those where voice is on; its permission stays the browser's affair. */
export async function disableSite(place: Place): Promise<void> {
  record('site disabled');
  const { sites } = await loadSettings();
  await changeSettings({ sites: sites.filter((other) => other !== place) });
}

/** Turns voice off on the site of a page, whatever made it be on there. */
export async function switchOff(address: string): Promise<void> {
  const page = URL.parse(address);
  if (page === null) return;
  record('site disabled');
  const { sites, sitesOff } = await loadSettings();
  await changeSettings(switched({ sites, sitesOff }, page, false));
}

/** Follows what the person grants, and what they take away in the browser's own settings. */
export function watchPermissions(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => void takeUpGrant(origins));
  browser.permissions.onRemoved.addListener(() => void dropRevoked());
}

/** What follows a grant happens here; one that comes late, or for something else, enables nothing. */
async function takeUpGrant(origins: readonly string[]): Promise<void> {
  const wanted = await wantedSite.getValue();
  if (wanted === null) return;
  if (!placePermissions(wanted.site).every((origin) => origins.includes(origin))) return;
  if (Date.now() - wanted.at < PROMPT_MS) await enableSite(wanted.site);
}

/** Forgets places whose permission was taken away in the browser's own settings, and tells which. */
async function dropRevoked(): Promise<void> {
  const { sites } = await loadSettings();
  const kept = await Promise.all(sites.map(isGranted));
  const lost = sites.filter((_, i) => !kept[i]);
  if (lost.length === 0) return;
  record('site revoked');
  await revokedSites.setValue([...new Set([...(await revokedSites.getValue()), ...lost])]);
  await changeSettings({ sites: sites.filter((place) => !lost.includes(place)) });
}

function isGranted(place: Place): Promise<boolean> {
  return browser.permissions.contains({ origins: placePermissions(place) });
}
