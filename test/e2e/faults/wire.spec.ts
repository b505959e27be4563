import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { speech, standIn, takesCallAndPings } from '../../support/stand-in.ts';
import { wireTo } from '../../support/wire.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, test } from './stage.ts';

const LOST = 'The connection to the agent was lost.';

// What else a wire may do is held in Node (test/extension/faults/network.test.ts).
test('mid-call, a wire that corrupts what comes ends the call with words, and the next one works', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [takesCallAndPings] });
  const wire = await wireTo(backend.url);
  await stage.set({ backendUrl: wire.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await expectFault(stage, {
    done: 'mid-call, the wire corrupts what comes',
    card: cardOn(page),
    async happens() {
      wire.does('corrupts');
      backend.send(speech('Nobody can read this.', 9));
      return Date.now();
    },
    async sees() {
      await expect(cardOn(page)).toHaveAttribute('data-voice-state', 'error');
      await roots.expectAlert(LOST);
      return LOST;
    },
    async again() {
      wire.does('carries');
      await talksOnce(cardOn(page));
    },
  });
  wire.close();
  backend.close();
});
