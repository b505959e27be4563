import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { launchBrowser } from '../../../scripts/browser.js';
import { configure } from '../../../scripts/configure.js';
import { serveDemoPages } from '../../../scripts/demo-pages.js';
import { approvals } from '../../support/approvals.ts';
import { HostProbe } from '../../support/host-probe.ts';
import { atAPersonsPace, lookAtEachLoad } from '../../support/pace.ts';
import { type Line, startAgent } from './agent.ts';
import { type Noted, TAP, TAP_PATH, listenIn } from './listen.ts';

/** Somebody who can call the agent: a card with the extension, or a page with the SDK alone. */
export interface Caller {
  /** Calls; what the agent is to do is led from its end of the line. */
  call(): Promise<Line>;
  /** What was noted since the call began. */
  noted(): Promise<Noted>;
  /** Ends the conversation; gives the moment of the click, in milliseconds since the epoch. */
  end(): Promise<number>;
}

const SITE = 'http://127.0.0.1';
const SDK = 'node_modules/@11labs/client/dist/lib.iife.js';
const NOTHING: Noted = { frames: [], blocks: [], released: [] };
/** A click on a card is not the page's to hear, but what comes right before it is. */
const CLICKED =
  "addEventListener('pointerup', () => (globalThis.clicked = performance.timeOrigin + performance.now()), true);";

const CARD = `<!doctype html><html lang="en"><title>Card</title>
  <div class="voice-card" data-agent-id="echo"><button class="voice-mic-btn">Talk</button></div>
  <script>${CLICKED}</script>`;

/** Its button starts a conversation at the address that is at hand, and ends it. */
const SDK_PAGE = `<!doctype html><html lang="en"><title>SDK</title><body>
  <script>(${String(listenIn)})(); ${CLICKED}</script>
  <script src="/sdk.js"></script>
  <button class="voice-mic-btn">Talk</button>
  <script>
    let conversation = null;
    document.querySelector('button').onclick = async () => {
      const running = conversation;
      conversation = null;
      if (running) return void (await running.endSession());
      const { Conversation } = ElevenLabsClient;
      const onConnect = () => (document.title = 'connected');
      const onDisconnect = () => (document.title = 'disconnected');
      const { signedUrl } = globalThis;
      conversation = await Conversation.startSession({ signedUrl, onConnect, onDisconnect });
    };
  </script>`;

/** A browser in which both can call the same agent. */
export async function bothCallers() {
  const extensionDir = await withTap(resolve('.output/chrome-mv3'));
  const agent = await startAgent();
  const browser = await launchBrowser({ extensionDir, probes: [listenIn] });
  const pages = await serveDemoPages({
    '/card': { body: CARD },
    '/sdk': { body: SDK_PAGE },
    '/sdk.js': { body: await readFile(SDK, 'utf8') },
    [TAP_PATH]: { body: TAP },
  });
  const { origin } = pages;
  await browser.context.grantPermissions(['microphone'], { origin });
  await configure(browser, {
    backendUrl: agent.url,
    sites: [SITE],
    approvals: approvals([SITE], ['echo']),
    opensPanel: false,
  });
  const open = async (path: string) => {
    const page = await browser.context.newPage();
    lookAtEachLoad(page);
    await page.goto(origin + path);
    return page;
  };
  const [card, sdk] = [await open('/card'), await open('/sdk')];
  for (const page of browser.context.pages()) if (page !== card && page !== sdk) await page.close();
  return {
    ours: await ours(card, agent, browser),
    theirs: theirs(sdk, agent),
    async close() {
      pages.close();
      await browser.close();
      agent.close();
      await rm(extensionDir, { recursive: true });
    },
  };
}

type Agent = Awaited<ReturnType<typeof startAgent>>;
type Browser = Awaited<ReturnType<typeof launchBrowser>>;

async function ours(page: Page, agent: Agent, browser: Browser): Promise<Caller> {
  const host = await HostProbe.of(browser.devTools);
  let since = 0;
  return {
    async call() {
      const worker = await browser.worker();
      await worker.evaluate(() => chrome.storage.session.remove('siteStarts'));
      const called = agent.nextCall();
      since = await press(page);
      return called;
    },
    noted: async () => only(await host.read(NOTHING, 'globalThis.noted'), since),
    async end() {
      const clicked = await press(page);
      await page.locator('[data-voice-state=idle]').waitFor();
      return clicked;
    },
  };
}

function theirs(page: Page, agent: Agent): Caller {
  let since = 0;
  return {
    async call() {
      const url = await agent.signedUrl();
      await page.evaluate((signedUrl) => Reflect.set(globalThis, 'signedUrl', signedUrl), url);
      const called = agent.nextCall();
      since = await press(page);
      return called;
    },
    noted: async () =>
      only(await page.evaluate((): Noted => Reflect.get(globalThis, 'noted')), since),
    async end() {
      const clicked = await press(page);
      await page.waitForFunction(() => document.title === 'disconnected');
      return clicked;
    },
  };
}

/** Clicks the one button there is, as a person does; gives the moment of the click. */
async function press(page: Page): Promise<number> {
  await page.bringToFront();
  await atAPersonsPace(page, () => page.getByRole('button', { name: 'Talk' }).click());
  return page.evaluate((): number => Reflect.get(globalThis, 'clicked'));
}

function only({ frames, blocks, released }: Noted, since: number): Noted {
  return {
    frames: frames.filter(({ at }) => at >= since),
    blocks: blocks.filter(({ at }) => at >= since),
    released: released.filter((at) => at >= since),
  };
}

/** The built extension as it is, with the listener beside it: an extension's page loads no worklet from elsewhere. */
async function withTap(extensionDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'voice-cards-bench-'));
  await cp(extensionDir, copy, { recursive: true });
  await writeFile(join(copy, TAP_PATH), TAP);
  return copy;
}
