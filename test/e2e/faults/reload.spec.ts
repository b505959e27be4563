import { ClosedRoots } from '../../support/closed-roots.ts';
import { look } from '../../support/pace.ts';
import { expectFault } from '../../support/faults.ts';
import { talksOnce } from './failing-card.ts';
import { expectReleased } from '../../support/released.ts';
import { type Stage, card, cardOn, clickTalk, expectLive, expectState, test } from './stage.ts';
import { until } from '../../support/until.ts';

test('the extension is reloaded mid-call: the old script cleans up, the new one takes over', async ({
  scene: stage,
}) => {
  const page = await stage.open(`${card()}<div class="voice-card" data-agent-id="echo">Bare</div>`);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expectFault(stage, {
    done: 'mid-call, the extension is reloaded',
    // What was written down of the conversation goes with the extension.
    isForgotten: true,
    async happens() {
      await reloaded(stage, () => reload(stage));
      return Date.now();
    },
    async sees() {
      await page.bringToFront();
      await expectState(cardOn(page), 'idle');
      return 'the card at rest';
    },
    async again() {
      await expectReleased(stage);
      // One button of ours, the new script's; the old one's is gone.
      const roots = await ClosedRoots.of(page);
      await until(() => roots.count('Talk to this agent')).toBe(1);
      // The new script has to see for itself what a person sees.
      await look(page);
      await talksOnce(cardOn(page));
    },
  });
});

test('a new version waits for the conversation to end', async ({ scene: stage }) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const worker = await stage.browser.worker();
  // Chromium asks no store here: the event is fired as the browser would fire it.
  await worker.evaluate(() => {
    const available: unknown = chrome.runtime.onUpdateAvailable;
    Reflect.get(Object(available), 'dispatch').call(available, { version: '9.9.9' });
  });
  await expectState(cardOn(page), 'listening');
  await until(() => stage.host.liveTracks()).toBe(1);
  await reloaded(stage, () => clickTalk(cardOn(page)));
});

async function reload(stage: Stage): Promise<void> {
  const worker = await stage.browser.worker();
  // The worker goes while it answers.
  worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
}

/** Does something and waits for the extension to stop, as it does before it starts anew. */
async function reloaded({ browser }: Stage, act: () => Promise<void>): Promise<void> {
  const worker = await browser.worker();
  const stopped = new Promise((resolve) => worker.once('close', resolve));
  await act();
  await stopped;
}
