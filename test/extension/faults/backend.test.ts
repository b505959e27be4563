import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../../core/limit.ts';
import { passes } from '../../support/host/clock.ts';
import {
  backendWith,
  expect,
  expectFault,
  failsThenWorks,
  talksOnce,
  test,
  told,
} from '../../support/host/stage.ts';
import { sentence } from '../../support/sentences.ts';
import { freePort } from '../../support/ports.ts';
import { type Turn, json, signedUrl, standIn, takesCall } from '../../support/stand-in.ts';

const MB = 1024 * 1024;

const BAD_ANSWER = "The voice backend's answer makes no sense. Please check its address.";
const NOT_SAFE = 'The voice backend sent an address that is not safe to talk to.';

/** What the backend answers to a click, and what the card says. */
const TABLE: readonly (readonly [done: string, first: Turn, message: string])[] = [
  [
    'the backend does not know the agent',
    json(400, { error: 'Invalid agent ID' }),
    'The voice backend does not offer this agent.',
  ],
  [
    "the backend's key is not accepted",
    json(401, { error: 'ElevenLabs API key is invalid or unauthorized.' }),
    "The voice backend's ElevenLabs key was not accepted. Please tell whoever runs it.",
  ],
  [
    'the backend has a problem',
    json(500, { error: 'Internal server error' }),
    'The voice backend had a problem. Please try again in a moment.',
  ],
  [
    'the backend has a problem for 30 seconds',
    json(503, { error: 'Maintenance' }, { 'retry-after': '30' }),
    'The voice backend had a problem. Please try again in 30 seconds.',
  ],
  ['the backend answers nothing', { status: 200, body: '' }, BAD_ANSWER],
  ['the backend answers in HTML', { status: 200, body: '<h1>Welcome</h1>' }, BAD_ANSWER],
  [
    'the backend sends a wss: address elsewhere',
    json(200, { signed_url: 'wss://evil.test/v1/convai/conversation?agent_id=echo' }),
    NOT_SAFE,
  ],
  [
    'the backend sends a ws: address elsewhere',
    json(200, { signed_url: signedUrl('127.0.0.1:9') }),
    NOT_SAFE,
  ],
  [
    "the backend sends another agent's address",
    { status: 200, body: (host) => [JSON.stringify({ signed_url: signedUrl(host, 'b') })] },
    NOT_SAFE,
  ],
];

for (const [done, first, message] of TABLE) {
  test(`when ${done}, the card says so, nothing stays open, and the next click works`, async ({
    stage,
  }) => {
    const agents = { echo: [first] };
    await backendWith(stage, agents, { ready: stage.untilHeard });
    await failsThenWorks(stage, agents, { done, message });
  });
}

/** What a backend with tokens and budgets refuses, and the failure that a person is told of. */
const REFUSALS: readonly (readonly [told: string, answer: Turn])[] = [
  ['token_required', json(401, { error: 'No.', code: 'token_required' })],
  ['token_invalid', json(401, { error: 'No.', code: 'token_invalid' })],
  ['token_expired', json(401, { error: 'No.', code: 'token_expired' })],
  ['token_agent', json(403, { error: 'No.', code: 'agent_forbidden' })],
  ['token_site', json(403, { error: 'No.', code: 'site_forbidden' })],
  ...LIMITS.map((limit) => {
    const body = { error: 'No.', code: 'limit_reached', limit };
    return [`limit_${limit}`, json(429, body, { 'retry-after': '30' })] as const;
  }),
];

for (const [failure, answer] of REFUSALS) {
  test(`when the backend refuses by ${failure}, the card says so, and the next click works`, async ({
    stage,
  }) => {
    const agents = { echo: [answer] };
    await backendWith(stage, agents, { ready: stage.untilHeard });
    await stage.click();
    const said = await told(stage);
    expect(said.startsWith(sentence(`failure_${failure}`)), said).toBe(true);
    agents.echo = [takesCall];
    await talksOnce(stage);
  });
}

test('a backend that takes 6 seconds to answer is waited for 5', async ({ stage }) => {
  const { promise: answered, resolve: answers } = Promise.withResolvers<void>();
  const agents: Record<string, Turn[]> = { echo: [json(200, {})] };
  const backend = await backendWith(stage, agents, { ready: () => answered });
  await stage.click();
  await stage.untilHeard();
  await expect.poll(() => backend.asked.length).toBe(1);
  await passes(4_900);
  expect(stage.card.now?.state).toBe('connecting');
  await expectFault(stage, {
    done: 'the backend takes 6 seconds to answer',
    happens: () => passes(100),
    sees: () => told(stage),
    again() {
      answers();
      agents['echo'] = [takesCall];
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe('The voice backend did not answer in time.');
});

test('when the backend is down, the card says so, and the next click finds it up again', async ({
  stage,
}) => {
  const port = await freePort();
  await stage.set({ backendUrl: `http://127.0.0.1:${port}` });
  await expectFault(stage, {
    done: 'the backend is down',
    happens: () => stage.click(),
    sees: () => told(stage),
    async again() {
      const backend = await standIn({ echo: [takesCall] }, { port });
      await talksOnce(stage);
      backend.close();
    },
  });
  expect(stage.rows[0]?.saw).toBe('The voice backend cannot be reached. Is it running?');
});

test('a body of 400 MB is read no further than an answer can be long', async ({ stage }) => {
  let taken = 0;
  const body = function* (host: string) {
    for (const piece of hugeAnswer(host, 400)) {
      taken += piece.length;
      yield piece;
    }
  };
  const agents: Record<string, Turn[]> = { echo: [{ status: 200, body }] };
  await backendWith(stage, agents, { ready: stage.untilHeard });
  await failsThenWorks(stage, agents, {
    done: 'the backend answers with 400 MB',
    message: BAD_ANSWER,
  });
  // What lies between it and us in buffers has been sent, and no more.
  expect(taken).toBeLessThan(50 * MB);
});

test('a small body that unpacks to 256 MB is not unpacked', async ({ stage }) => {
  const agents: Record<string, Turn[]> = { echo: [takesCall] };
  const backend = await backendWith(stage, agents, { ready: stage.untilHeard });
  // A first conversation, so that what is measured is not the host's birth.
  await talksOnce(stage);
  const packed = packedAnswer(new URL(backend.url).host, 256);
  expect(packed.length).toBeLessThan(MB);
  const before = process.resourceUsage().maxRSS;
  const headers = { 'content-encoding': 'gzip' };
  agents['echo'] = [{ status: 200, body: () => [packed], headers }];
  await failsThenWorks(stage, agents, {
    done: 'the backend answers with 256 MB, packed into 256 kB',
    message: BAD_ANSWER,
  });
  expect((process.resourceUsage().maxRSS - before) * 1024).toBeLessThan(128 * MB);
});

/** An answer that would be good if it were not this long, piece by piece. */
function* hugeAnswer(host: string, megabytes: number): Generator<string> {
  yield `{"signed_url":"${signedUrl(host)}","more":"`;
  for (let i = 0; i < megabytes * 16; i += 1) yield 'x'.repeat(MB / 16);
  yield '"}';
}

/** The same, compressed: a million times the same letter is packed once. */
function packedAnswer(host: string, megabytes: number): Buffer {
  const million = gzipSync('x'.repeat(MB));
  return Buffer.concat([
    gzipSync(`{"signed_url":"${signedUrl(host)}","more":"`),
    ...Array.from({ length: megabytes }, () => million),
    gzipSync('"}'),
  ]);
}
