import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMicrophoneWav } from './audio.js';
import { startBackend } from './backend.js';
import { launchBrowser } from './browser.js';
import { EXTENSION } from './build-extension.js';
import { configure } from './configure.js';
import { serveDemoPages } from './demo-pages.js';
import { GLANCE_MS } from './pace.js';
import { ROOT } from './set-up.js';

/** @typedef {import('playwright').Page} Page */
/** @typedef {Awaited<ReturnType<typeof launchBrowser>>} Browser */
/** @typedef {Awaited<ReturnType<typeof startBackend>>} Backend */
/** @typedef {Awaited<ReturnType<typeof serveDemoPages>>} Pages */

const SENTENCE = join(ROOT, 'test', 'support', 'sounds', 'sentence.wav');
/** A name that leads to this computer in the browsers that we start. */
const SITE = 'http://demo.test';

/** A browser with the extension, the echo agent and the demo page: all that a picture is taken of. */
export class Scene {
  /** @param {{ browser: Browser, backend: Backend, pages: Pages, folder: string }} parts */
  constructor({ browser, backend, pages, folder }) {
    this.browser = browser;
    this.backend = backend;
    this.pages = pages;
    this.folder = folder;
  }

  /**
   * @param {{ language?: string, scale?: number, leadInSeconds: number }} options see launchBrowser; how long nobody
   *   speaks at first
   */
  static async set({ leadInSeconds, ...options }) {
    const folder = await mkdtemp(join(tmpdir(), 'voice-cards-scene-'));
    const wav = join(folder, 'microphone.wav');
    await writeMicrophoneWav(wav, SENTENCE, { leadInSeconds });
    // Its usual port looks best in a picture, where it is free.
    const backend = await startBackend({ PORT: '8787' }).catch(() => startBackend());
    const pages = await serveDemoPages();
    const browser = await launchBrowser({ extensionDir: EXTENSION, wav, scale: 1.5, ...options });
    await configure(browser, settings(backend.url));
    return new Scene({ browser, backend, pages, folder });
  }

  /** Opens the demo page, and waits until all its cards can be talked to. */
  async openDemo() {
    const page = await this.browser.context.newPage();
    await page.goto(`${SITE}:${this.pages.port}/`);
    await page.addStyleTag({ content: '* { transition: none !important }' });
    await page.locator('.voice-card[data-voice-state="idle"]').nth(2).waitFor();
    return page;
  }

  /**
   * Opens a page of the extension.
   * @param {string} name
   * @param {{ width: number, height: number }} size in pixels
   */
  async openOwn(name, size) {
    const page = await this.browser.context.newPage();
    await page.setViewportSize(size);
    await page.goto(`chrome-extension://${this.browser.extensionId}/${name}`);
    return page;
  }

  /** Has the extension look for its backend elsewhere from now on; without an address, where it is. */
  async moveBackend(backendUrl = this.backend.url) {
    const worker = await this.browser.worker();
    await worker.evaluate((items) => chrome.storage.local.set(items), {
      settings: settings(backendUrl),
    });
  }

  /** Has the extension forget which agents it may talk to without asking. */
  async forgetApprovals() {
    const worker = await this.browser.worker();
    await worker.evaluate((items) => chrome.storage.local.set(items), {
      settings: { ...settings(this.backend.url), approvals: [] },
    });
  }

  /**
   * Presses the first card's button at a person's pace, some time after whatever was started before.
   * @param {Page} page
   */
  async press(page) {
    const worker = await this.browser.worker();
    await worker.evaluate(() => chrome.storage.session.remove('siteStarts'));
    await page.bringToFront();
    await page.waitForTimeout(GLANCE_MS);
    await page.locator('.voice-card').first().getByRole('button').click();
  }

  async close() {
    await this.browser.close();
    this.pages.close();
    await this.backend.stop();
    await rm(this.folder, { recursive: true });
  }
}

/** @param {string} backendUrl */
function settings(backendUrl) {
  const approval = { agentId: 'echo', name: 'Echo agent', at: Date.now() };
  const sites = [SITE, 'https://museum.example', 'https://shop.example'];
  return { backendUrl, sites, approvals: sites.map((site) => ({ site, ...approval })) };
}
