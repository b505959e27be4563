import { passes } from '../../support/host/clock.ts';
import {
  type Stage,
  backendWith,
  expect,
  expectFault,
  failsThenWorks,
  expectReleased,
  talks,
  talksOnce,
  test,
  told,
  untilShown,
} from '../../support/host/stage.ts';
import { ALL_ODD_FRAMES, ODD_FRAMES } from '../../support/odd-frames.ts';
import {
  type Conduct,
  closesWith,
  runsOutOfQuota,
  speech,
  staysSilent,
  takesCall,
} from '../../support/stand-in.ts';

const PROBLEM = 'The agent had a problem and ended the conversation.';
const REFUSED = 'The agent refused this conversation. Its authorization may have expired.';
const USED_UP = "The agent's allowance is used up.";
const COULD_NOT = 'The agent could not go on with the conversation.';
const LOST = 'The connection to the agent was lost.';

/** A code with which an agent closes, what it says, and what the card says; null is nothing. */
type Close = readonly [code: number, reason: string, message: string | null];

const BEFORE: readonly Close[] = [
  [1000, '', PROBLEM],
  [1001, 'going away', PROBLEM],
  [1002, 'LLM failed', COULD_NOT],
  [1008, 'policy', REFUSED],
  [1009, 'too big', PROBLEM],
  [1011, 'internal error', PROBLEM],
  [1012, 'service restart', PROBLEM],
  [3000, 'unauthorized', REFUSED],
];

const AFTER: readonly Close[] = [
  [1000, '', null],
  [1001, 'going away', PROBLEM],
  [1002, 'LLM failed', COULD_NOT],
  [1002, 'This request exceeds your quota limit.', USED_UP],
  [1008, 'policy', REFUSED],
  [1009, 'too big', PROBLEM],
  [1011, 'internal error', PROBLEM],
  [1012, 'service restart', PROBLEM],
  [3000, 'unauthorized', REFUSED],
];

/** What an agent does at a click, and what the card says. */
const AT_FIRST: readonly (readonly [done: string, first: Conduct, message: string])[] = [
  ['the quota runs out, and the socket closes as if all were well', runsOutOfQuota, USED_UP],
  ['the connection breaks, twice', (socket) => socket.terminate(), LOST],
  ...BEFORE.map(
    ([code, reason, message]) =>
      [
        `closed with ${named(code, reason)}, before any conversation`,
        closesWith(code, reason),
        message ?? '',
      ] as const,
  ),
];

for (const [done, first, message] of AT_FIRST) {
  test(`${done}: the card says so, and the next click works`, async ({ stage }) => {
    const agents = { echo: [first] };
    await backendWith(stage, agents, { ready: stage.untilHeard });
    await failsThenWorks(stage, agents, { done, message });
  });
}

for (const [code, reason, message] of AFTER) {
  const done = `closed with ${named(code, reason)}, in the middle`;
  test(`${done}: the card says why, and the next click works`, async ({ stage }) => {
    const backend = await backendWith(stage, { echo: [takesCall] });
    await talks(stage);
    await expectFault(stage, {
      done,
      happens: () => backend.hangUp(code, reason),
      async sees() {
        if (message !== null) return told(stage);
        await untilShown(stage, 'idle');
        return 'the card at rest';
      },
    });
    expect(stage.rows[0]?.saw).toBe(message ?? 'the card at rest');
  });
}

test('the handshake is never answered: the card says so after 10 s, and the next click works', async ({
  stage,
}) => {
  const agents: Record<string, Conduct[]> = { echo: [staysSilent] };
  const backend = await backendWith(stage, agents);
  await stage.click();
  await stage.network.held.until((sockets) => sockets === 1);
  await passes(9_900);
  expect(stage.card.now?.state).toBe('connecting');
  await expectFault(stage, {
    done: 'the handshake is never answered for 10 s',
    happens: () => passes(100),
    sees: () => told(stage),
    again() {
      agents['echo'] = [takesCall];
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe('The agent did not answer in time.');
  await expect.poll(() => backend.open()).toBe(0);
});

test('a line that is lost at once, before anybody spoke, is opened once more by itself', async ({
  stage,
}) => {
  const backend = await backendWith(stage, { echo: [(socket) => socket.terminate(), takesCall] });
  await talks(stage);
  expect(backend.asked).toEqual([
    '/api/voice-sdk/signed-url/echo',
    '/api/voice-sdk/signed-url/echo',
  ]);
  expect(stage.network.most()).toBe(1);
  await stage.click();
  await expectReleased(stage);
});

/** The last of what the agent says. */
const LAST = 'And still.';

for (const [what, ...frames] of ODD_FRAMES) {
  test(`${what}, sent in the middle, is passed over: the conversation goes on, and a click ends it`, async ({
    stage,
  }) => {
    const backend = await backendWith(stage, { echo: [takesCall] });
    await talks(stage);
    await goesOn(stage, `${what}, in the middle`, () => {
      for (const each of frames) backend.send(each);
      backend.send(speech('Still here.', 20));
      backend.send(speech(LAST, 21));
    });
  });
}

test('all of them before any conversation are passed over, too', async ({ stage }) => {
  const agents: Record<string, Conduct[]> = {
    echo: [
      (socket) => {
        for (const each of ALL_ODD_FRAMES) socket.send(each);
        takesCall(socket);
      },
      takesCall,
    ],
  };
  const backend = await backendWith(stage, agents);
  await talks(stage);
  const done = 'no JSON, bytes, hollow, oversized and all the rest, before any conversation';
  await goesOn(stage, done, () => {
    backend.send(speech('Still here.', 20));
    backend.send(speech(LAST, 21));
  });
});

/** Expects a call to go on until its agent has said everything, and a click to end it. */
async function goesOn(stage: Stage, done: string, says: () => void): Promise<void> {
  await expectFault(stage, {
    done: `${done}; then a click ends the call`,
    async happens() {
      says();
      await stage.panel.until(
        (state) => state?.entries.some((entry) => 'text' in entry && entry.text === LAST) ?? false,
      );
      await untilShown(stage, 'listening');
      await stage.click();
    },
    async sees() {
      await untilShown(stage, 'idle');
      return 'the call went on; then the card at rest';
    },
  });
}

function named(code: number, reason: string): string {
  return [code, reason].filter(Boolean).join(' ');
}
