import { browser } from 'wxt/browser';
import { pageSettings } from '../../core/page-settings.ts';
import type { Settings } from '../../core/settings.ts';
import { type Site, sitePattern } from '../../core/site.ts';
import { inTurn } from '../shared/in-turn.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { endInTab } from './broker.ts';

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const SCRIPT_ID = 'cards';
const SCRIPT_FILE = '/content.js';

/** Registrations follow each other, each with the settings of its moment. */
const registering = inTurn();

/** Has the content script run on every load of the enabled sites, and of no others. */
function registerScript(): Promise<void> {
  return registering(register);
}

async function register(): Promise<void> {
  const { sites } = await loadSettings();
  const script: Script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches: sites.map(sitePattern),
    runAt: 'document_start',
    allFrames: true,
  };
  const ids = [SCRIPT_ID];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids });
  if (sites.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids });
  } else if (registered) {
    await browser.scripting.updateContentScripts([script]);
  } else {
    await browser.scripting.registerContentScripts([script]);
  }
}

/** After an installation or an update: registers anew, and takes over the pages that are open. */
export async function takeOverPages(): Promise<void> {
  await registerScript();
  const { sites } = await loadSettings();
  await eachTab(sites, inject);
}

/** Applies changed settings to the pages that are open now: no reload is needed. */
export async function applySettings(now: Settings, before: Settings): Promise<void> {
  await applySites(now, before);
  await applyPageSettings(now, before);
}

async function applySites(now: Settings, before: Settings): Promise<void> {
  await registerScript();
  const [added, removed] = [without(now.sites, before.sites), without(before.sites, now.sites)];
  await Promise.all([
    eachTab(added, inject),
    eachTab(removed, async (tabId) => {
      await Promise.allSettled([leave(tabId), endInTab(tabId, 'site_disabled')]);
    }),
  ]);
}

async function applyPageSettings(now: Settings, before: Settings): Promise<void> {
  const isNews = (site: Site) =>
    JSON.stringify(pageSettings(now, site)) !== JSON.stringify(pageSettings(before, site));
  for (const site of now.sites.filter(isNews)) {
    await eachTab([site], (tabId) => sendMessage('configure', pageSettings(now, site), tabId));
  }
}

async function inject(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: [SCRIPT_FILE] });
}

function leave(tabId: number): Promise<void> {
  return sendMessage('leave', undefined, tabId);
}

async function eachTab(
  sites: readonly Site[],
  act: (tabId: number) => Promise<void>,
): Promise<void> {
  if (sites.length === 0) return;
  const tabs = await browser.tabs.query({ url: sites.map(sitePattern) });
  const ids = tabs.map((tab) => tab.id).filter((id) => id !== undefined);
  // A tab that shows an error page, or loaded before voice was enabled, has nobody to listen.
  await Promise.allSettled(ids.map(act));
}

function without(sites: readonly Site[], others: readonly Site[]): Site[] {
  return sites.filter((site) => !others.includes(site));
}
