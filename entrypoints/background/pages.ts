import { type Browser, browser } from 'wxt/browser';
import { type Enabled, isEnabledAt, placePattern } from '../../core/enabled.ts';
import { isEveryHost } from '../../core/match-pattern.ts';
import { pageSettings } from '../../core/page-settings.ts';
import type { Settings } from '../../core/settings.ts';
import { sitePattern } from '../../core/site.ts';
import { inTurn } from '../shared/in-turn.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { reachesOnlyNamed } from '../shared/reach.ts';
import { endInFrame, endInTab } from './broker.ts';
import { inKnownFrames, isOnIn, whereIs } from './frames.ts';
import { forgetSiteCards } from './site-cards.ts';

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;
type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const SCRIPT_FILE = '/content.js';

/** Registrations follow each other, each with the settings of its moment. */
const registering = inTurn();

/** Has the content script run on every load where voice is on, and nowhere else. */
function registerScripts(): Promise<void> {
  return registering(register);
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

/**
 * Has a script registered as it should be, or not at all where it is to run nowhere. Never gone in between, for a page
 * may load; so what is as it should be is not touched.
 */
async function keepRegistered(
  script: Pick<Script, 'id' | 'matches' | 'excludeMatches' | 'allFrames'>,
) {
  const ids = [script.id];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids });
  // Left out, an update would take it back.
  const persistAcrossSessions = true;
  const js = [SCRIPT_FILE];
  const whole: Script = { ...script, js, runAt: 'document_start', persistAcrossSessions };
  if (!script.matches?.length) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([whole]);
  } else if (essenceOf(registered) !== essenceOf(whole)) {
    await browser.scripting.updateContentScripts([whole]);
  }
}

/** What a registration says, however the browser writes it. */
function essenceOf({ matches = [], excludeMatches = [], js = [], allFrames, runAt }: Script) {
  const files = js.map((file) => file.replace(/^\//, ''));
  return JSON.stringify([matches.toSorted(), excludeMatches.toSorted(), files, allFrames, runAt]);
}

/** After an installation or an update: registers what is to run, and takes over the pages that are open. */
export async function takeOverPages(): Promise<void> {
  await registerScripts();
  await eachTab(await loadSettings(), inject);
}

/** Applies changed settings to the pages that are open now: no reload is needed. */
export async function applySettings(now: Settings, before: Settings): Promise<void> {
  await registerScripts();
  await forgetSiteCards((origin) => isEnabledAt(now, URL.parse(origin)));
  const isOn = (settings: Settings) => (tab: Tab) =>
    isEnabledAt(settings, URL.parse(tab.url ?? ''));
  await Promise.all([
    eachTab(now, inject, (tab) => !isOn(before)(tab)),
    eachTab(before, quit, (tab) => !isOn(now)(tab)),
    askAgain(now, before),
  ]);
  if (now.sites.some((place) => !before.sites.includes(place))) await eachTab(now, injectMissing);
}

/** Voice was switched off where a tab is: what runs there ends. */
function quit(tabId: number): Promise<void> {
  return endInTab(tabId, 'site_disabled');
}

/** Has documents ask again that may show something else now; one in which voice is off then leaves. */
async function askAgain(now: Settings, before: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  await inKnownFrames(async (frame) => {
    const { tabId, frameId } = frame;
    const sender = { ...frame, tab: tabs.find(({ id }) => id === tabId) };
    const view = (settings: Settings) =>
      JSON.stringify(isOnIn(settings, sender) && pageSettings(settings, whereIs(sender)));
    if (view(now) === view(before)) return;
    if (!isOnIn(now, sender)) await endInFrame(frame, 'site_disabled');
    await sendMessage('askAgain', undefined, { tabId, frameId });
  });
}

/** Lets our script into a page: into its frames too, where those cannot be but ones in which voice is on. */
async function inject(tabId: number): Promise<void> {
  const isSafe = await reachesOnlyNamed(await loadSettings());
  const target = isSafe ? { tabId, allFrames: true } : { tabId };
  await browser.scripting.executeScript({ target, files: [SCRIPT_FILE] });
}

/** Lets it into those frames of a page where it is not yet. */
async function injectMissing(tabId: number): Promise<void> {
  if (!(await reachesOnlyNamed(await loadSettings()))) return;
  const all = { tabId, allFrames: true };
  const frames = await browser.scripting.executeScript({ target: all, func: isRunning });
  const frameIds = frames.filter(({ result }) => !result).map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds }, files: [SCRIPT_FILE] });
}

/** Runs in a page, and must bring all that it needs; see entrypoints/content/take-over.ts. */
function isRunning(): boolean {
  const running: unknown = Reflect.get(globalThis, Symbol.for('voice-cards'));
  return running instanceof AbortController && !running.signal.aborted;
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
    meant.map(async (tab) => {
      if (tab.id !== undefined) await act(tab.id, tab);
    }),
  );
}
