import { once } from 'node:events';
import { resolve } from 'node:path';
import { serveDemoPages } from '../../../scripts/demo-pages.js';
import { launchUnwatched } from '../../support/unwatched-browser.ts';
import { type TraceEvent, readTrace } from '../trace.ts';

/** A script that runs in a world of its own, as an extension's does. */
export interface Injected {
  readonly source: string;
  readonly worldName: string;
}

type Routes = NonNullable<Parameters<typeof serveDemoPages>[0]>;

/**
 * A browser with the extension, and pages that go through something by themselves, on a site where voice is
 * on and on one where it is not. Nothing is attached to the pages that would make their log costly.
 */
export async function tracedBrowser(routes: Routes) {
  const browser = await launchUnwatched(resolve('.output/chrome-mv3'));
  const { devTools, extensionId } = browser;
  await devTools.send('Target.setDiscoverTargets', { discover: true });
  const pages = await serveDemoPages(routes);
  await closeWelcome(devTools);
  const settings = { backendUrl: 'http://127.0.0.1:9', sites: ['http://127.0.0.1'] };
  await browser.inWorker(async (stored) => {
    await chrome.storage.local.set({ settings: stored });
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) {
      await new Promise((done) => setTimeout(done, 10));
    }
  }, settings);
  return {
    isOurs: (url: string) => url.startsWith(`chrome-extension://${extensionId}/`),
    /** The trace of a page from its first moment until it goes to a place within itself. */
    async trace(path: string, isOn: boolean, injected?: Injected): Promise<TraceEvent[]> {
      const { targetId } = await devTools.send('Target.createTarget', { url: 'about:blank' });
      const attach = { targetId, flatten: true };
      const { sessionId } = await devTools.send('Target.attachToTarget', attach);
      await devTools.send('Page.enable', {}, sessionId);
      if (injected) {
        await devTools.send('Page.addScriptToEvaluateOnNewDocument', injected, sessionId);
      }
      const traceConfig = { includedCategories: ['blink.user_timing', 'devtools.timeline', 'v8'] };
      await devTools.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig });
      const done = untilDone(devTools, sessionId);
      const site = isOn ? 'http://127.0.0.1' : 'http://off.test';
      await devTools.send('Page.navigate', { url: `${site}:${pages.port}${path}` }, sessionId);
      await done;
      const complete = once(devTools.events, 'Tracing.tracingComplete');
      await devTools.send('Tracing.end');
      const [{ stream }] = await complete;
      const events = await readTrace(devTools, stream);
      await devTools.send('Target.closeTarget', { targetId });
      return events;
    },
    async close() {
      pages.close();
      await browser.close();
    },
  };
}

type DevTools = Awaited<ReturnType<typeof launchUnwatched>>['devTools'];

/** The welcome page is the last thing that an installation does; open, it would draw. */
async function closeWelcome(devTools: DevTools): Promise<void> {
  for (;;) {
    const { targetInfos } = await devTools.send('Target.getTargets');
    const welcome = targetInfos.find(({ url }: { url: string }) => url.includes('/welcome.html'));
    if (welcome) return void (await devTools.send('Target.closeTarget', welcome));
    await once(devTools.events, 'Target.targetInfoChanged');
  }
}

/** A page that is done goes to a place within itself. */
function untilDone(devTools: DevTools, session: string): Promise<void> {
  return new Promise((done) => {
    const listen = (_: unknown, sessionId: string) => {
      if (sessionId !== session) return;
      devTools.events.off('Page.navigatedWithinDocument', listen);
      done();
    };
    devTools.events.on('Page.navigatedWithinDocument', listen);
  });
}
