import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Page, test as base } from 'playwright/test';
import { writeMicrophoneWav } from '../../scripts/audio.js';
import { startChromium } from '../../scripts/browser.js';
import { untilInstalled } from '../../scripts/configure.js';
import type { Browser, Chromium } from '../support/chromium.ts';
import { type BrowserKind, ChromiumPool } from '../support/chromium-pool.ts';
import { keepContexts, keepDeadlines, keepSockets, keepStreams } from '../support/probes.ts';

export const EXTENSION = resolve('.output/chrome-mv3');
/** What the microphone says. */
export const SENTENCE = resolve('test/support/sounds/sentence.wav');
/** Longer than the echo agent's greeting and the time it takes to connect. */
const LEAD_IN_SECONDS = 4.5;

interface Options {
  /** Whether the person has granted the extension the microphone. */
  microphone: 'granted' | 'denied' | 'prompt';
  /** Match patterns that the person has granted; none of them means that the browser asks. */
  hostPermissions: string[];
  /** The one language that the extension speaks, `ar` for the pseudo-locale; null is the browser's own. */
  language: string | null;
  /** The X display on which the browser's window can be seen; without one it has none. */
  display: string | null;
  /** Folders of further extensions that are installed beside ours. */
  others: string[];
  /** Whether the browser keeps pages that were left, to come back to them. */
  backForwardCache: boolean;
  /** Whether the test is about the installation itself, and needs a browser that just made it. */
  justInstalled: boolean;
  /** Whether what the extension plays is recorded, which costs as much as playing it. */
  listens: boolean;
}

/** What a worker's tests share. */
interface Shared {
  wav: string;
  pool: ChromiumPool;
}

interface Fixtures {
  /** What the browser was started with. */
  kind: BrowserKind;
  /** Whether the test has a browser to itself. */
  own: boolean;
  chromium: Chromium;
  watched: Browser;
}

/**
 * A test with a Chromium as it is after the extension was installed. Tests share one, which is brought back to that
 * state in between. What a browser can only be started with (`hostPermissions`, `language`, `others`,
 * `backForwardCache`) gives them another, and `display` and `justInstalled` one of their own.
 */
export const test = base.extend<Options & Fixtures, Shared>({
  microphone: ['granted', { option: true }],
  hostPermissions: [['http://*/*', 'https://*/*'], { option: true }],
  language: [null, { option: true }],
  display: [null, { option: true }],
  others: [[], { option: true }],
  backForwardCache: [false, { option: true }],
  justInstalled: [false, { option: true }],
  listens: [false, { option: true }],
  wav: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'voice-cards-e2e-'));
      const path = join(folder, 'microphone.wav');
      await writeMicrophoneWav(path, SENTENCE, { leadInSeconds: LEAD_IN_SECONDS });
      await use(path);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  pool: [
    async ({}, use) => {
      const pool = new ChromiumPool();
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],
  kind: async ({ wav, hostPermissions, language, others, backForwardCache }, use) => {
    const chosen = { wav, hostPermissions, others, backForwardCache, isStill: true };
    await use({ extensionDir: EXTENSION, ...chosen, ...(language !== null && { language }) });
  },
  own: ({ display, justInstalled }, use) => use(display !== null || justInstalled),
  chromium: async ({ pool, kind, own, display, microphone }, use) => {
    if (!own) {
      await use(await pool.take(kind));
      pool.expectNoAttempt();
      return;
    }
    const seen = display === null ? {} : { headless: false, isStill: false, display };
    const chromium = await startChromium({ ...kind, ...seen, microphone });
    await untilInstalled(chromium.context);
    await use(chromium);
    await chromium.close();
  },
  watched: async ({ chromium, own, microphone, listens }, use) => {
    const watch = await chromium.watch({
      probes: [keepStreams, keepSockets, keepContexts, keepDeadlines],
      listens,
    });
    const browser = { ...chromium, ...watch };
    if (!own) await setMicrophone(browser, microphone);
    // An installation leaves it open until the microphone is granted.
    if (!own && microphone !== 'granted') await openOwn(browser, 'welcome.html');
    await use(browser);
    watch.devTools.close();
  },
});

/** Opens one of the extension's own pages as a tab. */
export async function openOwn({ context, extensionId }: Browser, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  return page;
}

/** Changes the extension's microphone permission, as the person would in the browser's own settings. */
export async function setMicrophone(
  { devTools, extensionId }: Browser,
  setting: Options['microphone'],
): Promise<void> {
  const origin = `chrome-extension://${extensionId}`;
  const permission = { name: 'microphone' };
  await devTools.send('Browser.setPermission', { permission, setting, origin });
}
