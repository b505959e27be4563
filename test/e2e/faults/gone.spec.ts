import { expectFault } from '../../support/faults.ts';
import { talksOnce } from './failing-card.ts';
import { look } from '../../support/pace.ts';
import { revokeSites } from '../../support/permissions.ts';
import { expectReleased } from '../../support/released.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from './stage.ts';

/** Ways in which a tab goes, and its conversation with it. */
const GONE: readonly { done: string; happens: (stage: Stage, url: string) => Promise<void> }[] = [
  {
    done: 'the tab is closed',
    happens: (stage, url) => withTab(stage, url, 'remove'),
  },
  {
    done: 'the tab crashes',
    async happens({ browser }, url) {
      const page = browser.context.pages().find((other) => other.url() === url);
      if (page === undefined) throw new Error('There is no such page.');
      const session = await browser.context.newCDPSession(page);
      // A tab is gone once its process is: how long that takes to die is not ours.
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => {});
      await crashed;
    },
  },
  {
    done: 'the tab is discarded',
    async happens(stage, url) {
      await stage.open('<h1>In front</h1>');
      await withTab(stage, url, 'discard');
    },
  },
];

test('mid-call, a tab goes: the conversation ends', async ({ scene: stage }) => {
  for (const { done, happens } of GONE) {
    const page = await stage.open(card());
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    await expectFault(stage, {
      done: `mid-call, ${done}`,
      async again() {
        await expectReleased(stage);
        const next = await stage.open(card());
        await talksOnce(cardOn(next));
        await next.close();
      },
      async happens() {
        await happens(stage, page.url());
        return Date.now();
      },
      async sees() {
        const popup = await stage.openOwn('popup.html');
        await expect(popup.getByRole('alert')).toContainText('its tab was closed');
        await popup.close();
        return 'in the popup: The conversation ended because its tab was closed.';
      },
    });
  }
});

test('mid-call, the site is switched off, or its permission taken away: the conversation ends', async ({
  scene: stage,
  sites,
}) => {
  const page = await stage.open(card());
  const sees = async () => {
    await expect(page.locator('[data-voice-state]')).toHaveCount(0);
    return 'the cards as if nobody had been there';
  };
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expectFault(stage, {
    done: 'mid-call, voice is switched off for the site',
    changesSettings: true,
    async again() {
      await expectReleased(stage);
      await stage.set({ sites });
      // The new script has to see for itself what a person sees.
      await expectState(cardOn(page), 'idle');
      await look(page);
      await talksOnce(cardOn(page));
    },
    async happens() {
      await stage.set({ sites: [] });
      return Date.now();
    },
    sees,
  });
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expectFault(stage, {
    done: 'mid-call, the permission for the site is taken away',
    changesSettings: true,
    async happens() {
      await revokeSites(stage.browser);
      return Date.now();
    },
    sees,
  });
  await expectReleased(stage);
});

async function withTab(stage: Stage, url: string, act: 'remove' | 'discard'): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(
    async ({ address, what }) => {
      const tab = (await chrome.tabs.query({})).find((other) => other.url === address);
      if (tab?.id === undefined) throw new Error('There is no such tab.');
      await (what === 'remove' ? chrome.tabs.remove(tab.id) : chrome.tabs.discard(tab.id));
    },
    { address: url, what: act },
  );
}
