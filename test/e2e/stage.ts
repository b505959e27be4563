import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type Locator,
  type Page,
  test as base,
  expect,
} from 'playwright/test';
import type { Settings } from '../../core/settings.ts';
import { writeMicrophoneWav } from '../../scripts/audio.js';
import { startBackend } from '../../scripts/backend.js';
import { launchBrowser } from '../../scripts/browser.js';
import { configure } from '../../scripts/configure.js';
import { serveDemoPages } from '../../scripts/demo-pages.js';
import { approvals } from '../support/approvals.ts';
import { HostProbe, countSockets, keepStreams } from '../support/host-probe.ts';
import { atAPersonsPace, lookAtEachLoad } from '../support/pace.ts';

export { expect };

export const EXTENSION = resolve('.output/chrome-mv3');
/** What the microphone says. */
export const SENTENCE = resolve('test/support/sounds/sentence.wav');
/** Longer than the echo agent's greeting and the time it takes to connect. */
const LEAD_IN_SECONDS = 4.5;

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Backend = Awaited<ReturnType<typeof startBackend>>;
type Routes = NonNullable<Parameters<typeof serveDemoPages>[0]>;

interface Options {
  /** Whether the person has granted the extension the microphone. */
  microphone: 'granted' | 'denied' | 'prompt';
  /** Sites on which voice is enabled from the start. */
  sites: string[];
  /** Agents that the person has allowed on those sites, for good. */
  approved: string[];
  /** Match patterns that the person has granted; none of them means that the browser asks. */
  hostPermissions: string[];
  /** The one language that the extension speaks, `ar` for the pseudo-locale; null is the browser's own. */
  language: string | null;
  /** Whether the panel opens with each conversation; it takes its time, so most tests do without. */
  opensPanel: boolean;
  /** Whether addresses are asked for ahead of clicks; most tests tell a backend what it does at each click. */
  prefetches: boolean;
  /** The X display on which the browser's window can be seen; without one it has none. */
  display: string | null;
  /** Folders of further extensions that are installed beside ours. */
  others: string[];
  /** Whether the browser keeps pages that were left, to come back to them. */
  backForwardCache: boolean;
}

/** A browser with the extension installed, and what stands around it. */
export interface Stage {
  readonly browser: Browser;
  /** What the conversation host holds. */
  readonly host: HostProbe;
  /** Opens a page with this HTML in its body on a site where voice is enabled. */
  open(
    body: string,
    route?: { headers?: Record<string, string>; site?: string; path?: string },
  ): Promise<Page>;
  /** Has the sites answer at a path with this text. */
  serve(path: string, text: string): void;
  /** Opens one of the extension's own pages as a tab. */
  openOwn(page: string): Promise<Page>;
  /** Changes the extension's settings, as if it had been done before. */
  set(settings: Partial<Settings>): Promise<void>;
  /** Answers the question whether a conversation may start, in the panel. */
  answer(button: string): Promise<void>;
  /** Lets the time pass within which a site may not start another conversation. */
  later(): Promise<void>;
  /** Stops the background worker, as the browser does when it is idle. */
  stopWorker(): Promise<void>;
  /** Changes the extension's microphone permission, as the person would in the browser's own settings. */
  setMicrophone(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
}

/** A test with the extension in a browser of its own, configured for the real backend and its echo agent. */
export const test = base.extend<Options & { stage: Stage }, { backend: Backend; wav: string }>({
  microphone: ['granted', { option: true }],
  sites: [['http://127.0.0.1', 'http://plain.test'], { option: true }],
  approved: [['echo', 'agent_1', 'nobody'], { option: true }],
  hostPermissions: [['http://*/*', 'https://*/*'], { option: true }],
  language: [null, { option: true }],
  opensPanel: [false, { option: true }],
  prefetches: [false, { option: true }],
  display: [null, { option: true }],
  others: [[], { option: true }],
  backForwardCache: [false, { option: true }],
  backend: [
    async ({}, use) => {
      const backend = await startBackend();
      await use(backend);
      await backend.stop();
    },
    { scope: 'worker' },
  ],
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
  stage: async (
    {
      backend,
      wav,
      microphone,
      sites,
      approved,
      hostPermissions,
      opensPanel,
      prefetches,
      language,
      display,
      others,
      backForwardCache,
    },
    use,
  ) => {
    const browser = await launchBrowser({
      extensionDir: EXTENSION,
      microphone,
      hostPermissions,
      wav,
      ...(language !== null && { language }),
      headless: display === null,
      ...(display !== null && { display }),
      others,
      backForwardCache,
      probes: [keepStreams, countSockets],
    });
    const routes: Routes = {};
    const pages = await serveDemoPages(routes);
    const openOwn = async (name: string) => {
      const page = await browser.context.newPage();
      await page.goto(`chrome-extension://${browser.extensionId}/${name}`);
      return page;
    };
    const set = (settings: Partial<Settings>) => changeSettings(browser, settings);
    await configure(browser, {
      backendUrl: backend.url,
      sites,
      approvals: approvals(sites, approved),
      opensPanel,
      prefetches,
    });
    if (microphone === 'granted') await closeWelcome(browser.context);
    await use({
      browser,
      host: new HostProbe(browser.devTools),
      set,
      later: () => laterIn(browser.context),
      serve: (path, body) => void (routes[path] = { body }),
      async answer(button) {
        const panel = await openOwn('panel.html');
        await panel.getByRole('button', { name: button }).click();
        await panel.close();
      },
      async stopWorker() {
        const page = await browser.context.newPage();
        await page.goto(`chrome-extension://${browser.extensionId}/icon/16.png`);
        const session = await browser.context.newCDPSession(page);
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
        await page.close();
      },
      async setMicrophone(setting) {
        const origin = `chrome-extension://${browser.extensionId}`;
        await browser.devTools.send('Browser.setPermission', {
          permission: { name: 'microphone' },
          setting,
          origin,
        });
      },
      async open(body, { headers = {}, site = 'http://127.0.0.1', path: wanted } = {}) {
        const path = wanted ?? `/page-${Object.keys(routes).length}`;
        routes[path] = { body: `<!doctype html><title>Test page</title>${body}`, headers };
        const page = await browser.context.newPage();
        lookAtEachLoad(page);
        await page.goto(`${site}:${pages.port}${path}`);
        // A page in the background is shown nothing, and the welcome page may just have come up.
        await page.bringToFront();
        return page;
      },
      openOwn,
    });
    pages.close();
    await browser.close();
  },
});

/** A person who has set everything up has closed it; open, it would listen to the microphone and draw. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const open = context.pages().filter((page) => page.url().endsWith('/welcome.html'));
  await Promise.all(open.map((page) => page.close()));
}

/** Forgets when sites started conversations, as it is forgotten with time. */
async function laterIn(context: BrowserContext): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => chrome.storage.session.remove('siteStarts'));
}

/** Stores changed settings, as the options page does. */
async function changeSettings(browser: Browser, settings: Partial<Settings>): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (change) => {
    const { settings: before } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: Object.assign({}, before, change) });
  }, settings);
}

/** A card as the guide writes it, with its own button "Talk". */
export function card(agentId = 'echo', more = ''): string {
  return `<div class="voice-card" data-agent-id="${agentId}"><p>${agentId}</p><button class="voice-mic-btn">Talk</button>${more}</div>`;
}

/** The nth card of a page. */
export function cardOn(page: Page, nth = 0): Locator {
  return page.locator('.voice-card').nth(nth);
}

/** Expects a card to show a state. */
export async function expectState(where: Locator, state: string): Promise<void> {
  await expect(where).toHaveAttribute('data-voice-state', state);
}

/** Expects a card to be in a conversation. */
export async function expectLive(where: Locator): Promise<void> {
  await expect(where).toHaveAttribute('data-voice-state', /listening|speaking/);
}

/** Clicks the page's own button on a card, some time after whatever was started before. */
export async function clickTalk(where: Locator): Promise<void> {
  const page = where.page();
  await atAPersonsPace(page, async () => {
    await laterIn(page.context());
    await where.getByRole('button', { name: 'Talk' }).click();
  });
}
