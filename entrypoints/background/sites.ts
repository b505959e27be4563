import { browser } from 'wxt/browser';
import type { Settings } from '../../core/settings.ts';
import { type Site, sitePattern } from '../../core/site.ts';
import { sendMessage } from '../shared/messaging.ts';
import { changeSettings, loadSettings } from '../shared/settings-store.ts';
import { wantedSite } from './journal.ts';

const SCRIPT_ID = 'cards';
const SCRIPT_FILE = '/content.js';

/** Registrations follow each other, so that the last settings win. */
let registering: Promise<unknown> = Promise.resolve();

/** Turns voice on for a site whose permission has been granted. */
export async function enableSite(site: Site): Promise<void> {
  const { sites } = await loadSettings();
  if (!sites.includes(site)) await changeSettings({ sites: [...sites, site] });
}

/** Turns voice off for a site; its permission stays the browser's affair. */
export async function disableSite(site: Site): Promise<void> {
  const { sites } = await loadSettings();
  await changeSettings({ sites: sites.filter((other) => other !== site) });
}

/** The prompt for a site may have closed who asked for it: what follows a grant happens here. */
export async function takeUpGrant(origins: readonly string[]): Promise<void> {
  const site = await wantedSite.getValue();
  if (site === null || !origins.includes(sitePattern(site))) return;
  await wantedSite.removeValue();
  await enableSite(site);
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

/** Has the content script run on every load of the enabled sites, and of no others. */
export function registerScript({ sites }: Settings): Promise<unknown> {
  registering = registering.then(() => register(sites.map(sitePattern)));
  return registering;
}

async function register(matches: string[]): Promise<void> {
  const ids = [SCRIPT_ID];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, runAt: 'document_start' },
  ]);
}

/** Applies a change to the pages that are open now: no reload is needed, either way. */
export async function applySites(now: Settings, before: Settings): Promise<void> {
  await registerScript(now);
  const [added, removed] = [without(now.sites, before.sites), without(before.sites, now.sites)];
  await Promise.all([eachTab(added, inject), eachTab(removed, (tabId) => sendMessage('leave', undefined, tabId))]);
}

/** Brings new selectors to the pages that are open now. */
export async function applySelectors(now: Settings, before: Settings): Promise<void> {
  const { cardSelector: card, buttonSelector: button } = now;
  if (card === before.cardSelector && button === before.buttonSelector) return;
  await eachTab(now.sites, (tabId) => sendMessage('configure', { card, button }, tabId));
}

async function inject(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] });
}

async function eachTab(sites: readonly Site[], act: (tabId: number) => Promise<void>): Promise<void> {
  if (sites.length === 0) return;
  const tabs = await browser.tabs.query({ url: sites.map(sitePattern) });
  const ids = tabs.map((tab) => tab.id).filter((id) => id !== undefined);
  // A tab that shows an error page, or loaded before voice was enabled, has nobody to listen.
  await Promise.allSettled(ids.map(act));
}

function without(sites: readonly Site[], others: readonly Site[]): Site[] {
  return sites.filter((site) => !others.includes(site));
}
