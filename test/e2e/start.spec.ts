import { ClosedRoots } from '../support/closed-roots.ts';
import { journey } from '../support/journeys.ts';
import { type Answer, standIn, staysSilent, takesCall } from '../support/stand-in.ts';
import { look } from '../support/pace.ts';
import { expectReleased } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

test('two tabs at once: one talks, the other is told', async ({ stage }) => {
  const pages = [await stage.open(card()), await stage.open(card())];
  for (const page of pages) {
    await page.bringToFront();
    await expectState(cardOn(page), 'idle');
    await look(page);
  }
  await Promise.all(
    pages.map(async (page) => {
      const box = await page.locator('.voice-mic-btn').boundingBox();
      await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    }),
  );
  const states = () =>
    Promise.all(pages.map((page) => cardOn(page).getAttribute('data-voice-state')));
  await expect
    .poll(async () => (await states()).filter((state) => state === 'error').length)
    .toBe(1);
  await expect
    .poll(
      async () => (await states()).filter((state) => /listening|speaking/.test(state ?? '')).length,
    )
    .toBe(1);
  expect(await stage.host.liveTracks()).toBe(1);
  expect(await stage.host.openSockets()).toBe(1);
});

test('fifty clicks in a second: one conversation at most, and the card works afterwards', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
  const box = await page.locator('.voice-mic-btn').boundingBox();
  for (let i = 0; i < 50; i++) await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
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

test('a click wakes a worker that was stopped', journey('asleep-click'), async ({ stage }) => {
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
  await stage.stopWorker();
  await page.bringToFront();
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
});

test.describe('while the microphone is asked for', () => {
  test.use({ microphone: 'prompt' });

  test('another click leads to the same page, and starts nothing', async ({ stage }) => {
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

/** The stages at which a call can be given up, and how the backend makes it stay there. */
const STAGES: readonly {
  name: string;
  conduct: Answer | typeof staysSilent;
  ready?: () => Promise<unknown>;
}[] = [
  { name: 'while the backend is asked', conduct: staysSilent, ready: () => new Promise(() => {}) },
  { name: 'while the agent is called', conduct: staysSilent },
];

for (const { name, conduct, ready } of STAGES) {
  test(`given up ${name}: no socket stays or follows, and the next click works`, async ({
    stage,
  }) => {
    const silent = await standIn({ echo: [conduct] }, ready ? { ready } : {});
    await stage.set({ backendUrl: silent.url });
    const page = await stage.open(card());
    await clickTalk(cardOn(page));
    await expect.poll(() => silent.asked.length).toBe(1);
    await expectState(cardOn(page), 'connecting');
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await expectReleased(stage);
    await expect.poll(() => silent.open()).toBe(0);

    const backend = await standIn({ echo: [takesCall] });
    await stage.set({ backendUrl: backend.url });
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    silent.close();
    backend.close();
  });
}

test('given up while the worker and the host are being started: nothing follows', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
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
