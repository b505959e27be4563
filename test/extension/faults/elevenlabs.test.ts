import { once } from 'node:events';
import { afterAll, beforeAll } from 'vitest';
import { WebSocket } from 'ws';
import { build } from '../../../server/app.ts';
import { SIGNATURE_LIFETIME_MS } from '../../../server/echo-agent/signatures.ts';
import { configured } from '../../support/backend.ts';
import { type ElevenLabs, type UpstreamConduct, elevenLabs } from '../../support/elevenlabs.ts';
import { passes } from '../../support/host/clock.ts';
import { startGuideBackend } from '../../support/guide-backend.ts';
import {
  type Stage,
  expect,
  expectFault,
  talksOnce,
  test as base,
  told,
} from '../../support/host/stage.ts';
import { json } from '../../support/stand-in.ts';

const KEY = "The voice backend's ElevenLabs key was not accepted. Please tell whoever runs it.";
const PROBLEM = 'ElevenLabs had a problem. Please try again in a moment.';
const UNKNOWN = 'ElevenLabs does not know this agent.';

type Row = readonly [name: string, conduct: UpstreamConduct, message: string];

/** What ElevenLabs does when our own backend asks it, and what the card says. */
const TABLE: readonly Row[] = [
  ['401', json(401, {}), KEY],
  ['402', json(402, {}), "The agent's allowance is used up."],
  ['404', json(404, {}), UNKNOWN],
  ['422', json(422, {}), PROBLEM],
  ['429', json(429, {}), 'Too many conversations just now. Please try again in a moment.'],
  [
    '429 with Retry-After',
    json(429, {}, { 'retry-after': '240' }),
    'Too many conversations just now. Please try again in 4 minutes.',
  ],
  ['500', json(500, {}), PROBLEM],
  ['a connection that breaks', 'hangs up', PROBLEM],
];

/** The same for the guide's own backend. */
const BY_GUIDE: readonly Row[] = [
  ['ElevenLabs does not accept its key', json(401, {}), KEY],
  ['ElevenLabs does not know the agent', json(404, {}), UNKNOWN],
  [
    'ElevenLabs is down',
    'hangs up',
    'The voice backend had a problem. Please try again in a moment.',
  ],
];

const HOUR_MS = 3_600_000;

/** What every question to ElevenLabs waits for before it is answered: a microphone to let go of. */
let heard = async () => {};
/** ElevenLabs on loopback, behind our own backend and behind the guide's. */
const upstream = await elevenLabs(() => heard());
const behindGuide = await elevenLabs(() => heard());
const config = configured({
  ELEVENLABS_API_BASE: upstream.url,
  ELEVENLABS_API_KEY: upstream.apiKey,
  ELEVENLABS_AGENTS: 'agent_1=Anna',
});
const { app } = build(config);
let guide: Awaited<ReturnType<typeof startGuideBackend>>;

beforeAll(async () => {
  upstream.serve({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
  guide = await startGuideBackend(behindGuide);
  behindGuide.serve(guide);
}, HOUR_MS);

afterAll(async () => {
  await Promise.all([app.close(), guide.stop(), upstream.close(), behindGuide.close()]);
});

/** A test in which our own backend asks ElevenLabs. */
const test = base.extend<{ ours: ElevenLabs; theirs: ElevenLabs }>({
  ours: async ({ stage }, use) => use(await configuredFor(stage, upstream)),
  /** The same with the guide's own backend. */
  theirs: async ({ stage }, use) => use(await configuredFor(stage, behindGuide)),
});

async function configuredFor(stage: Stage, backend: ElevenLabs): Promise<ElevenLabs> {
  heard = async () => void (await stage.untilHeard());
  await stage.set({ backendUrl: backend.url });
  return backend;
}

for (const [name, conduct, message] of TABLE) {
  test(`when ElevenLabs gives the backend ${name}, the card says so, and the next click works`, async ({
    stage,
    ours,
  }) => {
    ours.does(conduct);
    await failsThenWorks(stage, ours, { done: `ElevenLabs gives the backend ${name}`, message });
  });
}

test('when ElevenLabs never answers, the card says so after 4 s, and the next click works', async ({
  stage,
  ours,
}) => {
  const before = Date.now();
  const untilAsked = (at: number) => expect.poll(ours.lastActed).toBeGreaterThanOrEqual(at);
  ours.does('never answers');
  await stage.click('agent_1');
  await untilAsked(before);
  await passes(2_000);
  // It is asked a second time.
  await untilAsked(before + 2_000);
  await failsThenWorks(stage, ours, {
    done: 'ElevenLabs gives the backend no answer',
    happens: () => passes(2_000),
    message: 'ElevenLabs did not answer in time.',
  });
});

for (const [name, conduct, message] of BY_GUIDE) {
  test(`when the guide's backend finds that ${name}, the card says so, and the next click works`, async ({
    stage,
    theirs,
  }) => {
    theirs.does(conduct);
    await failsThenWorks(stage, theirs, { done: `the guide's backend: ${name}`, message });
  });
}

test('an agent that the backend does not offer is said so, and the one beside it talks', async ({
  stage,
  ours,
}) => {
  ours.does('signs');
  await stage.click('nobody');
  expect(await told(stage)).toBe('The voice backend does not offer this agent.');
  await talksOnce(stage, 'agent_1');
});

test("an agent that the guide's backend does not offer is said so, and nobody else is asked", async ({
  stage,
  theirs,
}) => {
  const before = theirs.lastActed();
  await stage.click('nobody');
  expect(await told(stage)).toBe('The voice backend does not offer this agent.');
  expect(theirs.lastActed()).toBe(before);
});

test('when the address was used before, the card says so, and the next click works', async ({
  stage,
  ours,
}) => {
  const used = await ours.sign();
  const socket = new WebSocket(used, 'convai');
  await once(socket, 'open');
  socket.close();
  await refusesAddress(stage, ours, 'the backend sends an address that was used', used);
});

test('when the address has expired, the card says so, and the next click works', async ({
  stage,
  ours,
}) => {
  const expired = await ours.sign();
  ours.passes(SIGNATURE_LIFETIME_MS);
  await refusesAddress(stage, ours, 'the backend sends an address that has expired', expired);
});

async function refusesAddress(
  stage: Stage,
  backend: ElevenLabs,
  done: string,
  signed_url: string,
): Promise<void> {
  backend.does(json(200, { signed_url }));
  const message = 'The agent refused this conversation. Its authorization may have expired.';
  await failsThenWorks(stage, backend, { done, message });
}

interface Failing {
  readonly done: string;
  readonly message: string;
  /** Makes it fail; by default a click. */
  readonly happens?: () => Promise<void>;
}

async function failsThenWorks(
  stage: Stage,
  backend: ElevenLabs,
  { done, message, happens = () => stage.click('agent_1') }: Failing,
): Promise<void> {
  await expectFault(stage, {
    done,
    happens,
    sees: () => told(stage),
    again() {
      backend.does('signs');
      return talksOnce(stage, 'agent_1');
    },
  });
  expect(stage.rows[0]?.saw).toBe(message);
}
