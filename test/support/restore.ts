import { type BrowserContext, expect } from 'playwright/test';
import type { Chromium } from './chromium.ts';
import { until } from './until.ts';

/** What a test may leave behind; see `KNOWN`. */
interface Left {
  readonly tabs: number;
  readonly stored: readonly string[];
  readonly scripts: number;
  readonly contexts: readonly string[];
  readonly badge: string;
  readonly origins: readonly string[];
}

/** How long the extension may take to answer after it was loaded anew, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Brings a browser that served a test back to the state after an installation: one empty tab, nothing stored, no
 * script registered, the sites granted, and the extension loaded anew. Fails where something is still there.
 * @param granted match patterns of the sites, all of which were granted to this browser before
 * @returns false where the extension does not answer any more, so that another browser is needed
 */
export async function restore(browser: Chromium, granted: string[]): Promise<boolean> {
  const { context } = browser;
  await closePages(context);
  await context.clearPermissions();
  // A worker that was stopped starts when it is sent a message.
  const wake = () => inImage(browser, () => chrome.runtime.sendMessage(null).catch(() => {}));
  if (context.serviceWorkers().length === 0 && !(await succeeds(wake))) return false;
  await reload(browser, granted);
  if (!(await succeeds(() => look(browser)))) return false;
  // What the extension was about to store when it forgot everything, it stored after that.
  const { stored } = await look(browser).catch(() => ({ stored: [] }));
  if (stored.length > 0) await reload(browser, granted);
  const known: Left = { ...KNOWN, origins: granted.toSorted() };
  // A worker that is just starting may be started once more by the browser.
  await until(() => look(browser).catch(String), 'what a test left behind').toEqual(known);
  return true;
}

/**
 * Whether something can be done with the extension soon. It cannot where the browser has ended it after a crash, or has
 * started a worker whose calls it refuses ("No SW"), which happens on a busy computer.
 */
async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  const done = expect(async () => void (await work())).toPass({ timeout: PATIENCE_MS });
  return done.then(
    () => true,
    () => false,
  );
}

/** What is there after an installation, once its welcome page is closed. */
const KNOWN: Left = {
  tabs: 1,
  stored: [],
  scripts: 0,
  contexts: ['BACKGROUND'],
  badge: '',
  origins: [],
};

/** Closes all pages but one that is empty: a browser without any would end. */
export async function closePages(context: BrowserContext): Promise<void> {
  const home = context.pages().find((page) => page.url() === 'about:blank');
  const empty = home ?? (await context.newPage());
  const others = context.pages().filter((page) => page !== empty);
  await Promise.all(others.map((page) => page.close()));
  await empty.bringToFront();
}

/** Takes back what was stored, registered and granted, and has the browser load the extension anew. */
async function reload(browser: Chromium, granted: string[]): Promise<void> {
  const worker = await browser.worker();
  const gone = new Promise((resolve) => worker.once('close', resolve));
  const isGranted = await worker.evaluate(forget, granted);
  // The browser does not ask again for what was granted before, but wants to see a person's click.
  if (!isGranted) {
    await inImage(browser, (origins) => chrome.permissions.request({ origins }), granted);
  }
  // It goes while it answers.
  worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await gone;
}

/** Runs a function in an image of the extension's own, which may do what its pages may, and runs none of their scripts. */
async function inImage(
  { context, extensionId }: Chromium,
  work: (granted: string[]) => Promise<unknown>,
  granted: string[] = [],
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/icon/16.png`);
    await page.evaluate(work, granted);
  } finally {
    await page.close();
  }
}

/** Runs in the extension; gives whether all of these sites are granted. */
async function forget(granted: string[]): Promise<boolean> {
  const { origins = [] } = await chrome.permissions.getAll();
  const strange = origins.filter((origin) => !granted.includes(origin));
  const tabs = await chrome.tabs.query({});
  // A tab that was discarded has no page that could be closed; the empty one has no address that we may see.
  const discarded = tabs.flatMap(({ id, url }) => (url && id !== undefined ? [id] : []));
  await Promise.all([
    chrome.tabs.remove(discarded),
    strange.length > 0 && chrome.permissions.remove({ origins: strange }),
    chrome.storage.local.clear(),
    chrome.storage.session.clear(),
    chrome.storage.sync.clear(),
    chrome.scripting.unregisterContentScripts(),
  ]);
  return granted.every((origin) => origins.includes(origin));
}

/** Looks at what is there once the extension has started. */
async function look(browser: Chromium): Promise<Left> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const [tabs, local, scripts, contexts, badge, { origins = [] }] = await Promise.all([
      chrome.tabs.query({}),
      chrome.storage.local.get(),
      chrome.scripting.getRegisteredContentScripts(),
      chrome.runtime.getContexts({}),
      chrome.action.getBadgeText({}),
      chrome.permissions.getAll(),
    ]);
    return {
      tabs: tabs.length,
      stored: Object.keys(local),
      scripts: scripts.length,
      contexts: contexts.map(({ contextType }) => contextType),
      badge,
      origins: origins.toSorted(),
    };
  });
}
