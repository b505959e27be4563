import { onTestFinished } from 'vitest';
import { passes } from '../../support/host/clock.ts';
import {
  type Stage,
  backendWith,
  expect,
  expectFault,
  talks,
  talksOnce,
  test,
  told,
  untilShown,
} from '../../support/host/stage.ts';
import { speech, standIn, takesCall, takesCallAndPings } from '../../support/stand-in.ts';
import { type Wire, wireTo } from '../../support/wire.ts';

type Backend = Awaited<ReturnType<typeof standIn>>;

const LOST = 'The connection to the agent was lost.';

/** A backend behind a wire that can misbehave, over which everything goes that is for it or for its agent. */
async function wired(stage: Stage) {
  const backend = await standIn({ echo: [takesCallAndPings] });
  onTestFinished(backend.close);
  const wire = await wireTo(backend.url);
  onTestFinished(wire.close);
  await stage.set({ backendUrl: wire.url });
  return { wire, backend };
}

/** What the wire does in the middle of a call. */
const MID_CALL: readonly { done: string; happens: (wire: Wire, backend: Backend) => void }[] = [
  { done: 'the wire is cut', happens: (wire) => wire.cut() },
  {
    done: 'the wire corrupts what comes',
    happens(wire, backend) {
      wire.does('corrupts');
      backend.send(speech('Nobody can read this.', 9));
    },
  },
  { done: 'the wire floods us with nonsense', happens: (wire) => wire.flood(1_000_000) },
];

for (const { done, happens } of MID_CALL) {
  test(`mid-call, ${done}: the call ends with words, and the next one works`, async ({ stage }) => {
    const { wire, backend } = await wired(stage);
    await talks(stage);
    await expectFault(stage, {
      done: `mid-call, ${done}`,
      happens: () => happens(wire, backend),
      sees: () => told(stage),
      again() {
        wire.does('carries');
        return talksOnce(stage);
      },
    });
    expect(stage.rows[0]?.saw).toBe(LOST);
  });
}

test('mid-call, a wire that loses everything ends the call after 15 s', async ({ stage }) => {
  const { wire } = await wired(stage);
  await talks(stage);
  wire.does('drops');
  await passes(14_000);
  await untilShown(stage, 'listening');
  await expectFault(stage, {
    done: 'mid-call, the wire loses everything for 15 s, and no end tells',
    happens: () => passes(1_000),
    sees: () => told(stage),
    again() {
      wire.does('carries');
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe(LOST);
});

test("a wire that corrupts the backend's answer is said so, and the next click works", async ({
  stage,
}) => {
  const { wire } = await wired(stage);
  wire.does('corrupts');
  await expectFault(stage, {
    done: "the wire corrupts the backend's answer",
    happens: () => stage.click(),
    sees: () => told(stage),
    again() {
      wire.does('carries');
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe('The voice backend cannot be reached. Is it running?');
});

test('a wire that takes 300 ms each way is no fault', async ({ stage }) => {
  const { wire } = await wired(stage);
  wire.delay(300);
  await expectFault(stage, {
    done: 'the wire takes 300 ms each way; then a click ends the call',
    happens: () => talksOnce(stage),
    sees: async () => 'the call, a little later; then the card at rest',
  });
});

test('mid-call, a browser that is offline is waited for 3 s', async ({ stage }) => {
  await backendWith(stage, { echo: [takesCall] });
  await talks(stage);
  stage.goOffline();
  await passes(2_000);
  await untilShown(stage, 'listening');
  await expectFault(stage, {
    done: 'mid-call, the browser goes offline, and nothing is heard for 3 s',
    happens: () => passes(1_000),
    sees: () => told(stage),
  });
  expect(stage.rows[0]?.saw).toBe(LOST);
});
