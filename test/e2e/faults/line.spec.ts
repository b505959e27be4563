import { ClosedRoots } from '../../support/closed-roots.ts';
import { expectFault } from '../../support/faults.ts';
import { ALL_ODD_FRAMES } from '../../support/odd-frames.ts';
import {
  type Conduct,
  speech,
  standIn,
  takesCall,
  takesCallAndPings,
} from '../../support/stand-in.ts';
import { wireTo } from '../../support/wire.ts';
import { talksOnce } from './failing-card.ts';
import { type Stage, card, cardOn, clickTalk, expectLive, expectState, test } from './stage.ts';

type Backend = Awaited<ReturnType<typeof standIn>>;
type Where = ReturnType<typeof cardOn>;

const LOST = 'The connection to the agent was lost.';
const UNSPOKEN = 'The conversation ended because nobody spoke.';

/** After how long a silence ends a conversation here, and how long before that it is said; in milliseconds. */
const SILENCE_MS = 20_000;
const NOTICE_MS = 15_000;

/** An agent that sends all of them before it takes the call. */
const early: Conduct = (socket) => {
  for (const each of ALL_ODD_FRAMES) socket.send(each);
  takesCall(socket);
};

// Each of them alone, and what else a wire may do, is held in Node (test/extension/faults).
test('odd frames are passed over, and a wire that corrupts what comes ends the call with words', async ({
  scene: stage,
}) => {
  const backend = await standIn({ echo: [early, takesCall] });
  const wire = await wireTo(backend.url);
  await stage.set({ backendUrl: wire.url });
  const where = cardOn(await stage.open(card()));
  const roots = await ClosedRoots.of(where.page());
  for (const when of ['before any conversation', 'in the middle']) {
    await clickTalk(where);
    await expectState(where, 'listening');
    await expectFault(stage, {
      done: `no JSON, bytes, hollow, oversized and all the rest, ${when}; then a click ends the call`,
      card: where,
      async happens() {
        if (when === 'in the middle') for (const each of ALL_ODD_FRAMES) backend.send(each);
        await goesOn(where, backend);
        await clickTalk(where);
        return Date.now();
      },
      async sees() {
        await expectState(where, 'idle');
        return 'the call went on; then the card at rest';
      },
    });
  }
  await clickTalk(where);
  await expectLive(where);
  await expectFault(stage, {
    done: 'mid-call, the wire corrupts what comes',
    card: where,
    async happens() {
      wire.does('corrupts');
      backend.send(speech('Nobody can read this.', 9));
      return Date.now();
    },
    async sees() {
      await expectState(where, 'error');
      await roots.expectAlert(LOST);
      return LOST;
    },
    async again() {
      wire.does('carries');
      await talksOnce(where);
    },
  });
  wire.close();
  backend.close();
});

/** Expects a conversation to go on: what the agent says arrives. */
async function goesOn(where: Where, backend: Backend): Promise<void> {
  backend.send(speech('Still here.', 20));
  backend.send(speech('And still.', 21));
  await expectState(where, 'listening');
}

// The greatest length is held in Node (test/extension/faults/mid-call.test.ts).
test('mid-call, nobody speaks: it is said 15 s before, and then it ends', async ({
  scene: stage,
}) => {
  // Pings keep the line alive while nobody speaks.
  const backend = await standIn({ echo: [takesCallAndPings] });
  await stage.set({ backendUrl: backend.url, silenceSeconds: SILENCE_MS / 1_000 });
  const where = cardOn(await stage.open(card()));
  await clickTalk(where);
  await expectLive(where);
  await expectSilenceEnds(stage, where);
  backend.close();
});

async function expectSilenceEnds(stage: Stage, where: Where): Promise<void> {
  const roots = await ClosedRoots.of(where.page());
  await stage.host.rings(SILENCE_MS - NOTICE_MS);
  await roots.expectAlert('Nobody has spoken for a while. This conversation ends in 15 seconds.');
  await expectFault(stage, {
    done: 'mid-call, nobody speaks (limit set to 20 s)',
    card: where,
    async happens() {
      await stage.host.rings(SILENCE_MS);
      return Date.now();
    },
    again: () => talksOnce(where),
    async sees() {
      await expectState(where, 'error');
      await roots.expectAlert(UNSPOKEN);
      return UNSPOKEN;
    },
  });
}
