import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMicrophoneWav } from './audio.js';
import { launchBrowser } from './browser.js';
import { EXTENSION, buildExtension } from './build-extension.js';
import { configure } from './configure.js';

/** @typedef {Awaited<ReturnType<typeof launchBrowser>>} Browser */

/** Longer than the greeting and the time it takes to connect: nobody talks over anybody. */
const LEAD_IN_SECONDS = 7;

/** @type {import('./demo-talk.js').DemoBrowser} */
export const chromium = {
  name: 'Chromium',
  // The backend knows it by the extension's own key.
  extensionOrigin: '',
  invitation: 'Click a card, allow it in the panel, and talk.',
  build: () => buildExtension('chrome'),
  async prepareMicrophone({ headless, wav }, atEnd) {
    if (!headless) return () => start({ headless, realMicrophone: true });
    const folder = await mkdtemp(join(tmpdir(), 'voice-cards-demo-'));
    atEnd(() => rm(folder, { recursive: true }));
    const path = join(folder, 'microphone.wav');
    await writeMicrophoneWav(path, wav, { leadInSeconds: LEAD_IN_SECONDS });
    return () => start({ headless, wav: path });
  },
};

/**
 * @param {{ headless: boolean } & ({ wav: string } | { realMicrophone: true })} options
 * @returns {Promise<import('./demo-talk.js').Running>}
 */
async function start(options) {
  const browser = await launchBrowser({ extensionDir: EXTENSION, ...options });
  return {
    async open(url, settings) {
      await configure(browser, settings);
      const page = await browser.context.newPage();
      await page.goto(url);
      return show(browser, page);
    },
    untilClosed: () => browser.context.waitForEvent('close', { timeout: 0 }),
    close: browser.close,
  };
}

/**
 * @param {Browser} browser
 * @param {import('playwright').Page} page
 * @returns {import('./demo-talk.js').Shown}
 */
function show(browser, page) {
  const card = page.locator('.voice-card').first();
  return {
    speaker: browser.speaker,
    questions: [
      {
        name: 'allowed',
        answer: () => allow(browser),
        otherwise: 'the panel did not ask whether the conversation may start.',
      },
    ],
    async untilCardIs(...states) {
      const any = states.map((state) => `[data-voice-state="${state}"]`).join();
      await card.and(page.locator(any)).waitFor({ timeout: 0 });
      return card.getAttribute('data-voice-state');
    },
    press: (name) => card.getByRole('button', { name }).click(),
    // The WAV that is its microphone speaks by itself.
    speak: async () => undefined,
    screenshot: () => page.screenshot(),
    transcript: () => readTranscript(browser),
  };
}

/**
 * Says yes to the question in the panel, whether this site may start a conversation.
 * @param {Browser} browser
 */
async function allow(browser) {
  const panel = await openOwn(browser, 'panel.html');
  await panel.getByRole('button', { name: 'This time' }).click();
  await panel.close();
}

/** @param {Browser} browser */
async function readTranscript(browser) {
  const popup = await openOwn(browser, 'popup.html');
  const text = await popup.getByRole('log', { name: 'Transcript' }).innerText();
  await popup.close();
  return text;
}

/**
 * @param {Browser} browser
 * @param {string} name of one of the extension's pages
 */
async function openOwn({ context, extensionId }, name) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  return page;
}
