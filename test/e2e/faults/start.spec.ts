import type { Page } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { times } from '../../support/length.ts';
import { standIn, staysSilent, takesCall } from '../../support/stand-in.ts';
import { atAPersonsPace, look, pause } from '../../support/pace.ts';
import { talksOnce } from './failing-card.ts';
import { expectReleased } from '../../support/released.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../../support/until.ts';

test('two tabs at once: one talks, the other is told', async ({ scene: stage }) => {
  const often = times(100);
  test.setTimeout(test.info().timeout + often * 10_000);
  const pages = [await stage.open(card()), await stage.open(card())];
  for (const page of pages) {
    await page.bringToFront();
    await expectState(cardOn(page), 'idle');
    await look(page);
  }
  for (let i = 0; i < often; i++) {
    await stage.later();
    const talking = await expectOneOf(pages);
    await expectFault(stage, {
      done: 'a start in two tabs at once; then a click ends the one',
      card: cardOn(talking),
      async happens() {
        await talking.bringToFront();
        await clickTalk(cardOn(talking));
        return Date.now();
      },
      async sees() {
        await expectState(cardOn(talking), 'idle');
        return 'one talked, the other said that a conversation runs';
      },
      ...(i === often - 1 && { again: () => talksOnce(cardOn(talking)) }),
    });
  }
});

/** Presses both pages' cards at once; gives the one that talks then. */
async function expectOneOf(pages: readonly Page[]): Promise<Page> {
  await Promise.all(pages.map(pause));
  await Promise.all(
    pages.map(async (page) => {
      const box = await page.locator('.voice-mic-btn').boundingBox();
      await atAPersonsPace(page, () => page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5));
    }),
  );
  const inState = async (state: RegExp) => {
    const states = await Promise.all(
      pages.map((page) => cardOn(page).getAttribute('data-voice-state')),
    );
    return pages.filter((_, i) => state.test(states[i] ?? ''));
  };
  await until(async () => (await inState(/error/)).length).toBe(1);
  await until(async () => (await inState(/listening|speaking/)).length).toBe(1);
  const [talking] = await inState(/listening|speaking/);
  if (!talking) throw new Error('It talked a moment ago.');
  return talking;
}

test('fifty clicks in a second: one conversation at most, and the card works afterwards', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
  const box = await page.locator('.voice-mic-btn').boundingBox();
  await atAPersonsPace(page, async () => {
    for (let i = 0; i < 50; i++) await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  });
  // A site may start one in ten seconds, so the third of these clicks may have been refused.
  await expect(cardOn(page)).toHaveAttribute('data-voice-state', /^(idle|listening|error)$/);
  expect(await stage.host.openSockets()).toBeLessThanOrEqual(1);
  expect(backend.asked.length).toBeLessThanOrEqual(3);
  if ((await cardOn(page).getAttribute('data-voice-state')) === 'listening') {
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
  }
  await expectReleased(stage);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  backend.close();
});

test.describe('while the microphone is asked for', () => {
  test.use({ microphone: 'prompt' });

  test('another click leads to the same page, and starts nothing', async ({ scene: stage }) => {
    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    const page = await stage.open(card());
    const roots = await ClosedRoots.of(page);
    const welcomes = () =>
      stage.browser.context.pages().filter((other) => other.url().endsWith('/welcome.html'));
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'error');
    await page.bringToFront();
    await roots.expectAlert('Voice Cards needs your permission to use the microphone.');
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'error');
    expect(welcomes()).toHaveLength(1);
    expect(backend.asked).toEqual([]);
    backend.close();
  });
});

// The other stages are held in Node (test/extension/faults/start.test.ts), and fifty starts at once.
test('given up while the agent is called, or while worker and host are started: nothing stays or follows', async ({
  scene: stage,
}) => {
  const agents = { echo: [staysSilent, takesCall] };
  const backend = await standIn(agents);
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await until(() => backend.open()).toBe(1);
  await expectState(cardOn(page), 'connecting');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);
  await until(() => backend.open()).toBe(0);
  await talksOnce(cardOn(page));

  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await stage.stopWorker();
  await page.bringToFront();
  // Both messages reach the worker before it has made the host.
  await clickTalk(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(await stage.host.openSockets()).toBe(1);
  backend.close();
});
