import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium } from 'playwright';
import { readExtensionId, switches } from '../../scripts/browser.js';
import { connectTo } from '../../scripts/devtools.js';
import { createProfile } from '../../scripts/profile.js';
import { findChromium } from '../../scripts/set-up.js';
import { expectNoAttempt, startTripwire } from '../../scripts/tripwire.js';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly url: string; readonly subtype?: string };
}

type DevTools = Awaited<ReturnType<typeof connectTo>>;

/** What a browser that no person looks at needs beside the extension. */
const PLAIN = [
  '--headless=new',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=NetworkTimeServiceQuerying',
];

/** A Chromium with the extension in which nothing is attached to the pages: it prerenders, which others refuse. */
export interface UnwatchedBrowser {
  readonly extensionId: string;
  readonly devTools: DevTools;
  /** Runs a function in the extension's worker. */
  inWorker<A, R>(act: (given: A) => R | Promise<R>, given: A): Promise<R>;
  /** What an expression comes to in the extension's world of a page that is prerendered. */
  inPrerendered<T>(address: string, expression: string): Promise<T>;
  close(): Promise<void>;
}

/** Starts one in a fresh profile in which every site and the microphone are granted. */
export async function launchUnwatched(extensionDir: string): Promise<UnwatchedBrowser> {
  const extensionId = await readExtensionId(extensionDir);
  const hostPermissions = ['http://*/*', 'https://*/*'];
  const [profile, tripwire] = await Promise.all([
    createProfile({ extensionId, hostPermissions, microphone: 'granted' }),
    startTripwire(),
  ]);
  const { browser, address } = await start(profile, switches({ extensionDir }, tripwire.port));
  const devTools = await connectTo(address);
  const worker = await attachToWorker(devTools);
  return {
    extensionId,
    devTools,
    async inWorker(act, given) {
      const expression = `(${String(act)})(${JSON.stringify(given)})`;
      const how = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await devTools.send('Runtime.evaluate', how, worker);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async inPrerendered(prerendered, expression) {
      const page = await attachToPrerendered(devTools, prerendered);
      const contextId = await worldOf(devTools, page, extensionId);
      const how = { expression, contextId, awaitPromise: true, returnByValue: true };
      return (await devTools.send('Runtime.evaluate', how, page)).result.value;
    },
    async close() {
      const gone = once(browser, 'exit');
      await devTools.send('Browser.close');
      await gone;
      tripwire.close();
      await rm(profile, { recursive: true, force: true });
      expectNoAttempt(tripwire.attempts);
    },
  };
}

async function start(profile: string, chosen: readonly string[]) {
  const path = (await findChromium()) ?? chromium.executablePath();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [`--user-data-dir=${profile}`, ...PLAIN, ...sandbox, ...chosen, 'about:blank'];
  const browser = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await untilListening(browser.stderr);
  // What nobody reads would come to a halt.
  browser.stderr.resume();
  return { browser, address };
}

/** Where the browser says that it listens for DevTools. */
async function untilListening(said: Readable): Promise<string> {
  for await (const line of createInterface(said)) {
    const [, address] = /^DevTools listening on (ws:.+)$/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The browser ended before it listened.');
}

/** The session of a page that is prerendered, of which its tab alone tells. */
async function attachToPrerendered(devTools: DevTools, address: string): Promise<string> {
  const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const { origin } = new URL(address);
  const { targetId } = targetInfos.find(({ url }: { url: string }) => url.startsWith(origin));
  const tab = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const sessions: string[] = [];
  const listen = ({ sessionId, targetInfo }: Attached) => {
    if (targetInfo.url === address && targetInfo.subtype === 'prerender') sessions.push(sessionId);
  };
  devTools.events.on('Target.attachedToTarget', listen);
  const how = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
  // It tells of those there are before it answers.
  await devTools.send('Target.setAutoAttach', how, tab.sessionId);
  devTools.events.off('Target.attachedToTarget', listen);
  const [page] = sessions;
  if (page === undefined) throw new Error('No such page is prerendered.');
  return page;
}

/** The world of an extension in the page of a session. */
async function worldOf(devTools: DevTools, page: string, extensionId: string): Promise<number> {
  const worlds: { id: number; origin: string }[] = [];
  const listen = ({ context }: { context: { id: number; origin: string } }, session: string) => {
    if (session === page) worlds.push(context);
  };
  devTools.events.on('Runtime.executionContextCreated', listen);
  // It tells of those there are before it answers.
  await devTools.send('Runtime.enable', {}, page);
  devTools.events.off('Runtime.executionContextCreated', listen);
  const world = worlds.find(({ origin }) => origin.endsWith(extensionId));
  if (world === undefined) throw new Error('The extension has no script in this page.');
  return world.id;
}

/** The session of the extension's worker. */
async function attachToWorker(devTools: DevTools): Promise<string> {
  const attached = once(devTools.events, 'Target.attachedToTarget');
  await devTools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
    filter: [{ type: 'service_worker' }, { exclude: true }],
  });
  const [{ sessionId }] = await attached;
  return sessionId;
}
