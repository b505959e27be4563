import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { standIn, takesCallAndPings } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

/** After how long a silence ends a conversation here, and how long before that it is said; in milliseconds. */
const SILENCE_MS = 20_000;
const NOTICE_MS = 15_000;

// The greatest length is held in Node (test/extension/faults/mid-call.test.ts).
test('mid-call, nobody speaks: it is said 15 s before, and then it ends', async ({
  scene: stage,
}) => {
  // Pings keep the line alive while nobody speaks.
  const backend = await standIn({ echo: [takesCallAndPings] });
  await stage.set({ backendUrl: backend.url, silenceSeconds: SILENCE_MS / 1_000 });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await stage.host.rings(SILENCE_MS - NOTICE_MS);
  await roots.expectAlert('Nobody has spoken for a while. This conversation ends in 15 seconds.');
  await expectFault(stage, {
    done: 'mid-call, nobody speaks (limit set to 20 s)',
    card: cardOn(page),
    async happens() {
      await stage.host.rings(SILENCE_MS);
      return Date.now();
    },
    again: () => talksOnce(cardOn(page)),
    async sees() {
      const message = 'The conversation ended because nobody spoke.';
      await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
      await roots.expectAlert(message);
      return message;
    },
  });
  backend.close();
});
