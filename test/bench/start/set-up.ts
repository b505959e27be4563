import { once } from 'node:events';
import { approvals } from '../../support/approvals.ts';
import type { UnwatchedBrowser } from '../../support/unwatched-browser.ts';

/** Has a person allow the agent on these sites, and the microphone for the extension and for pages of the wire's own. */
export async function setUp(
  browser: UnwatchedBrowser,
  sites: readonly string[],
  origin: string,
): Promise<void> {
  await closeWelcome(browser);
  await browser.devTools.send('Browser.setPermission', {
    permission: { name: 'microphone' },
    setting: 'granted',
    origin,
  });
  const allowed = approvals(sites, ['echo']);
  const settings = { backendUrl: origin, sites, approvals: allowed, opensPanel: false };
  await browser.inWorker(async (stored) => {
    await chrome.storage.local.set({ settings: stored });
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) {
      await new Promise((done) => setTimeout(done, 10));
    }
  }, settings);
}

/** It comes up last of all that an installation does, and would listen to the microphone. */
async function closeWelcome({ devTools }: UnwatchedBrowser): Promise<void> {
  await devTools.send('Target.setDiscoverTargets', { discover: true });
  for (;;) {
    const { targetInfos } = await devTools.send('Target.getTargets');
    const welcome = targetInfos.find(({ url }: { url: string }) => url.includes('/welcome.html'));
    if (welcome) return void (await devTools.send('Target.closeTarget', welcome));
    await once(devTools.events, 'Target.targetInfoChanged');
  }
}
