import type { Page } from 'playwright/test';
import { over, turn } from '../../support/conversation.ts';
import { expectFault } from '../../support/faults.ts';
import { speech, standIn, takesCallAndPings } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';

/** Two long conversations of earlier. */
const EARLIER = ['old-1', 'old-2'].map((id) =>
  over({ id, entries: [turn('user', 'x'.repeat(1_990_000))] }),
);

/** What happens around a call, which goes on all the same. */
const TABLE: readonly { done: string; happens: (stage: Stage) => Promise<void> }[] = [
  { done: 'the browser has no room left for what is kept', happens: fill },
  { done: 'settings and marks are overwritten with nonsense', happens: corrupt },
];

test('mid-call, stores are full, or hold nonsense: the call goes on, a click ends it, and the next one works', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [takesCallAndPings] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  for (const { done, happens } of TABLE) {
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'listening');
    await happens(stage);
    await expectFault(stage, {
      done: `mid-call, ${done}; then a click ends the call`,
      card: cardOn(page),
      async happens() {
        // More than there is room for without the oldest.
        backend.send(speech(`A long story. ${'And so on. '.repeat(10_000)}`, 7));
        backend.send(speech('The end.', 8));
        await untilHeard(page);
        await clickTalk(cardOn(page));
        return Date.now();
      },
      async sees() {
        await expectState(cardOn(page), 'idle');
        return 'the call went on; then the card at rest';
      },
      again: () => talksOnce(cardOn(page)),
    });
    await makeRoom(stage);
  }
  backend.close();
});

async function untilHeard(page: Page): Promise<void> {
  await expectState(cardOn(page), 'listening');
}

/** Fills both stores to the brim: what is kept of earlier conversations, and something else. */
async function fill({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  const left = await worker.evaluate(async (earlier) => {
    const { session, local } = chrome.storage;
    const { transcripts = [] } = await session.get<{ transcripts?: object[] }>('transcripts');
    const order = earlier.map(({ id }) => ({ id, size: 2_000_000 }));
    await session.set({ transcripts: [...order, ...transcripts] });
    for (const one of earlier) await session.set({ [`transcript:${one.id}`]: one });
    const room = session.QUOTA_BYTES - (await session.getBytesInUse());
    // As much as the extension itself needs to start a conversation stays.
    await session.set({ more: 'x'.repeat(room - 50_000) });
    for (let size = local.QUOTA_BYTES; size > 1_000; size /= 2) {
      await local.set({ [`more-${size}`]: 'x'.repeat(size) }).catch(() => {});
    }
    return session.QUOTA_BYTES - (await session.getBytesInUse());
  }, EARLIER);
  expect(left).toBeLessThan(60_000);
}

/** Takes away what `fill` has added. */
async function makeRoom({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const stored = await chrome.storage.local.get();
    const filling = Object.keys(stored).filter((key) => key.startsWith('more'));
    await Promise.all([
      chrome.storage.local.remove(filling),
      chrome.storage.session.remove('more'),
    ]);
  });
}

async function corrupt({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    const nonsense = { volume: 'loud', maxLengthSeconds: -1, siteDevices: 7, opensPanel: 'maybe' };
    await chrome.storage.local.set({ settings: { ...settings, ...nonsense }, marks: 'none' });
  });
}
