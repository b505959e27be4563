import { expectFault } from '../../support/faults.ts';
import { ALL_ODD_FRAMES } from '../../support/odd-frames.ts';
import { type Conduct, speech, standIn, takesCall } from '../../support/stand-in.ts';
import { talksOnce } from './failing-card.ts';
import { card, cardOn, clickTalk, expectState, test } from './stage.ts';

/** An agent that sends them all before it takes the call. */
const early: Conduct = (socket) => {
  for (const each of ALL_ODD_FRAMES) socket.send(each);
  takesCall(socket);
};

// Each of them alone is held in Node (test/extension/faults/agent.test.ts).
test('odd frames are passed over, before any conversation and in the middle: it goes on, and a click ends it', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [early, takesCall] });
  await stage.set({ backendUrl: backend.url });
  const where = cardOn(await stage.open(card()));
  for (const when of ['before any conversation', 'in the middle']) {
    await clickTalk(where);
    await expectState(where, 'listening');
    await expectFault(stage, {
      done: `no JSON, bytes, hollow, oversized and all the rest, ${when}; then a click ends the call`,
      card: where,
      async happens() {
        if (when === 'in the middle') for (const each of ALL_ODD_FRAMES) backend.send(each);
        backend.send(speech('Still here.', 20));
        backend.send(speech('And still.', 21));
        await expectState(where, 'listening');
        await clickTalk(where);
        return Date.now();
      },
      async sees() {
        await expectState(where, 'idle');
        return 'the call went on; then the card at rest';
      },
    });
  }
  await talksOnce(where);
  backend.close();
});
