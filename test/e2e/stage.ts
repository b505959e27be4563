import { type BrowserContext, type Locator, type Page, expect } from 'playwright/test';
import type { Settings } from '../../core/settings.ts';
import { startBackend } from '../../scripts/backend.js';
import { storeSettings } from '../../scripts/configure.js';
import { serveDemoPages } from '../../scripts/demo-pages.js';
import { approvals } from '../support/approvals.ts';
import type { Browser } from '../support/chromium.ts';
import { HostProbe } from '../support/host-probe.ts';
import { atAPersonsPace, lookAtEachLoad } from '../support/pace.ts';
import { until } from '../support/until.ts';
import { test as base, openOwn, setMicrophone } from './browser.ts';

export { EXTENSION, SENTENCE } from './browser.ts';
export { expect };

type Backend = Awaited<ReturnType<typeof startBackend>>;
type Routes = NonNullable<Parameters<typeof serveDemoPages>[0]>;

interface Options {
  /** Sites on which voice is enabled from the start. */
  sites: string[];
  /** Agents that the person has allowed on those sites, for good. */
  approved: string[];
  /** Whether the panel opens with each conversation; it takes its time, so most tests do without. */
  opensPanel: boolean;
  /** Whether addresses are asked for ahead of clicks; most tests tell a backend what it does at each click. */
  prefetches: boolean;
}

/** How a page is served: with further headers, and on which site and path. */
interface Route {
  headers?: Record<string, string>;
  site?: string;
  path?: string;
}

/** A browser with the extension installed, and what stands around it. */
export interface Stage {
  readonly browser: Browser;
  /** What the conversation host holds. */
  readonly host: HostProbe;
  /** Opens a page with this HTML in its body on a site where voice is enabled. */
  open(body: string, route?: Route): Promise<Page>;
  /** Has a tab go on to a page with this HTML in its body, as `open` would have it. */
  show(page: Page, body: string, route?: Route): Promise<void>;
  /** Has the sites answer at a path with this text. */
  serve(path: string, text: string): void;
  /** Opens one of the extension's own pages as a tab. */
  openOwn(page: string): Promise<Page>;
  /** Changes the extension's settings, as if it had been done before. */
  set(settings: Partial<Settings>): Promise<void>;
  /** Stores the access token for a backend, as if it had been typed before. */
  keepToken(backendUrl: string, token: string): Promise<void>;
  /** Answers the question whether a conversation may start, in the panel. */
  answer(button: string): Promise<void>;
  /** Lets the time pass within which a site may not start another conversation. */
  later(): Promise<void>;
  /** Stops the background worker, as the browser does when it is idle. */
  stopWorker(): Promise<void>;
  /** Changes the extension's microphone permission, as the person would in the browser's own settings. */
  setMicrophone(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
}

/** A test with the extension as it is after an installation, configured for the real backend and its echo agent. */
export const test = base.extend<Options & { stage: Stage }, { backend: Backend }>({
  sites: [['http://127.0.0.1', 'http://plain.test'], { option: true }],
  approved: [['echo', 'agent_1', 'nobody'], { option: true }],
  opensPanel: [false, { option: true }],
  prefetches: [false, { option: true }],
  backend: [
    async ({}, use) => {
      const backend = await startBackend();
      await use(backend);
      await backend.stop();
    },
    { scope: 'worker' },
  ],
  stage: async ({ watched: browser, backend, sites, approved, opensPanel, prefetches }, use) => {
    const routes: Routes = {};
    const pages = await serveDemoPages(routes);
    const set = (settings: Partial<Settings>) => changeSettings(browser, settings);
    const addressOf = (body: string, { headers = {}, site, path: wanted }: Route) => {
      const path = wanted ?? `/page-${Object.keys(routes).length}`;
      routes[path] = { body: `<!doctype html><title>Test page</title>${body}`, headers };
      return `${site ?? 'http://127.0.0.1'}:${pages.port}${path}`;
    };
    const settings = { backendUrl: backend.url, sites, opensPanel, prefetches };
    await storeSettings(browser, { ...settings, approvals: approvals(sites, approved) });
    await use({
      browser,
      host: await HostProbe.of(browser.devTools),
      set,
      keepToken: (backendUrl, token) => keepToken(browser, { backendUrl, token }),
      later: () => laterIn(browser.context),
      serve: (path, body) => void (routes[path] = { body }),
      async answer(button) {
        const panel = await openOwn(browser, 'panel.html');
        await panel.getByRole('button', { name: button }).click();
        await panel.close();
      },
      async stopWorker() {
        const page = await browser.context.newPage();
        await page.goto(`chrome-extension://${browser.extensionId}/icon/16.png`);
        const session = await browser.context.newCDPSession(page);
        const isStopped = new Promise<void>((resolve) => {
          session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            if (versions.some((one) => one.runningStatus === 'stopped')) resolve();
          });
        });
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
        await isStopped;
        await page.close();
      },
      setMicrophone: (setting) => setMicrophone(browser, setting),
      async open(body, route = {}) {
        const page = await browser.context.newPage();
        lookAtEachLoad(page);
        await page.goto(addressOf(body, route));
        // A page in the background is shown nothing, and the welcome page may just have come up.
        await page.bringToFront();
        return page;
      },
      show: async (page, body, route = {}) => void (await page.goto(addressOf(body, route))),
      openOwn: (page) => openOwn(browser, page),
    });
    pages.close();
  },
});

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

async function keepToken(
  browser: Browser,
  backendToken: { backendUrl: string; token: string },
): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((kept) => chrome.storage.local.set({ backendToken: kept }), backendToken);
}

/** A card as the guide writes it, with its own button "Talk". */
export function card(agentId = 'echo', more = ''): string {
  return `<div class="voice-card" data-agent-id="${agentId}"><p>${agentId}</p><button class="voice-mic-btn">Talk</button>${more}</div>`;
}

/** The nth card of a page. */
export function cardOn(page: Page, nth = 0): Locator {
  return page.locator('.voice-card').nth(nth);
}

/** The state that a card shows, '' where it shows none. */
async function stateOf(where: Locator): Promise<string> {
  return (await where.getAttribute('data-voice-state')) ?? '';
}

/** Expects a card to show a state. */
export async function expectState(where: Locator, state: string): Promise<void> {
  await until(() => stateOf(where), 'the state of the card').toBe(state);
}

/** Expects a card to be in a conversation. */
export async function expectLive(where: Locator): Promise<void> {
  await until(() => stateOf(where), 'the state of the card').toMatch(/listening|speaking/);
}

/** Clicks the page's own button on a card, some time after whatever was started before. */
export async function clickTalk(where: Locator): Promise<void> {
  const page = where.page();
  await atAPersonsPace(page, async () => {
    await laterIn(page.context());
    await where.getByRole('button', { name: 'Talk' }).click();
  });
}
