import { browser } from 'wxt/browser';
import { type Site, sitePattern } from '../../core/site.ts';
import { changeSettings, loadSettings } from '../shared/settings-store.ts';
import { record } from './events.ts';
import { wantedSite } from './journal.ts';

/** How long a permission prompt may stand before its answer counts as one to something else. */
const PROMPT_MS = 120_000;

/** Turns voice on for a site whose permission has been granted. */
export async function enableSite(site: Site): Promise<void> {
  await wantedSite.removeValue();
  const { sites } = await loadSettings();
  if (sites.includes(site)) return;
  record('site enabled');
  await changeSettings({ sites: [...sites, site] });
}

/** Turns voice off for a site; its permission stays the browser's affair. */
export async function disableSite(site: Site): Promise<void> {
  record('site disabled');
  const { sites } = await loadSettings();
  await changeSettings({ sites: sites.filter((other) => other !== site) });
}

/** Remembers which site is being asked for: its prompt may close the popup that asked. */
export async function wantSite(site: Site): Promise<void> {
  await wantedSite.setValue({ site, at: Date.now() });
}

/** What follows a grant happens here; one that comes late, or for something else, enables nothing. */
export async function takeUpGrant(origins: readonly string[]): Promise<void> {
  const wanted = await wantedSite.getValue();
  if (wanted === null || !origins.includes(sitePattern(wanted.site))) return;
  if (Date.now() - wanted.at < PROMPT_MS) await enableSite(wanted.site);
}

/** Forgets sites whose permission was taken away in the browser's own settings. */
export async function dropRevoked(): Promise<void> {
  const { sites } = await loadSettings();
  const kept = await Promise.all(sites.map(isGranted));
  const left = sites.filter((_, i) => kept[i]);
  if (left.length < sites.length) await changeSettings({ sites: left });
}

function isGranted(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: [sitePattern(site)] });
}
