import { type Browser, browser } from 'wxt/browser';
import { type Enabled, isEnabledAt, placePattern } from '../../core/enabled.ts';
import { isEveryHost } from '../../core/match-pattern.ts';
import { pageSettings } from '../../core/page-settings.ts';
import type { Settings } from '../../core/settings.ts';
import { sitePattern, siteOf } from '../../core/site.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { endInTab } from './broker.ts';

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;
type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const SCRIPT_FILE = '/content.js';

/** Registrations follow each other, each with the settings of its moment. */
let registering: Promise<void> = Promise.resolve();

/** Has the content script run on every load where voice is on, and nowhere else. */
function registerScripts(): Promise<void> {
  registering = registering.then(register, register);
  return registering;
}

async function register(): Promise<void> {
  const { sites, sitesOff } = await loadSettings();
  const patterns = sites.map(placePattern);
  const excludeMatches = sitesOff.map(sitePattern);
  // Where voice is on everywhere, that means pages and not what they embed.
  const named = patterns.filter((pattern) => !isEveryHost(pattern));
  const every = patterns.filter(isEveryHost);
  await keepRegistered({ id: 'cards', matches: named, excludeMatches, allFrames: true });
  await keepRegistered({ id: 'everywhere', matches: every, excludeMatches, allFrames: false });
}

/** Registers a script anew, or not at all where it is to run nowhere. */
async function keepRegistered(
  script: Pick<Script, 'id' | 'matches' | 'excludeMatches' | 'allFrames'>,
) {
  const ids = [script.id];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids });
  const whole: Script = { ...script, js: [SCRIPT_FILE], runAt: 'document_start' };
  if (registered) await browser.scripting.unregisterContentScripts({ ids });
  if (script.matches?.length) await browser.scripting.registerContentScripts([whole]);
}

/** After an installation or an update: registers anew, and takes over the pages that are open. */
export async function takeOverPages(): Promise<void> {
  await registerScripts();
  await eachTab(await loadSettings(), inject);
}

/** Applies changed settings to the pages that are open now: no reload is needed. */
export async function applySettings(now: Settings, before: Settings): Promise<void> {
  await applySites(now, before);
  await applyPageSettings(now, before);
}

async function applySites(now: Settings, before: Settings): Promise<void> {
  await registerScripts();
  const isOn = (settings: Settings) => (tab: Tab) =>
    isEnabledAt(settings, URL.parse(tab.url ?? ''));
  await Promise.all([
    eachTab(now, inject, (tab) => !isOn(before)(tab)),
    eachTab(before, quit, (tab) => !isOn(now)(tab)),
  ]);
}

/** Voice was switched off where a tab is: everything goes, and what runs there ends. */
async function quit(tabId: number): Promise<void> {
  await Promise.allSettled([leave(tabId), endInTab(tabId, 'site_disabled')]);
}

async function applyPageSettings(now: Settings, before: Settings): Promise<void> {
  const tell = async (tabId: number, { url = '' }: Tab) => {
    const site = siteOf(URL.parse(url));
    const settings = pageSettings(now, site);
    if (JSON.stringify(settings) === JSON.stringify(pageSettings(before, site))) return;
    await sendMessage('configure', settings, tabId);
  };
  await eachTab(now, tell);
}

async function inject(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: [SCRIPT_FILE] });
}

function leave(tabId: number): Promise<void> {
  return sendMessage('leave', undefined, tabId);
}

async function eachTab(
  enabled: Enabled,
  act: (tabId: number, tab: Tab) => Promise<void>,
  isMeant: (tab: Tab) => boolean = () => true,
): Promise<void> {
  if (enabled.sites.length === 0) return;
  const tabs = await browser.tabs.query({ url: enabled.sites.map(placePattern) });
  const meant = tabs.filter(
    (tab) => isEnabledAt(enabled, URL.parse(tab.url ?? '')) && isMeant(tab),
  );
  // A tab that shows an error page, or loaded before voice was enabled, has nobody to listen.
  await Promise.allSettled(
    meant.map((tab) => (tab.id === undefined ? undefined : act(tab.id, tab))),
  );
}
