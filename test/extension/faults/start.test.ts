import { end, startHere } from '../../../entrypoints/background/broker.ts';
import {
  backendWith,
  expect,
  expectFault,
  expectReleased,
  talksOnce,
  test,
  told,
  untilShown,
} from '../../support/host/stage.ts';
import { staysSilent, takesCall } from '../../support/stand-in.ts';

// First, so that the host comes to be while all of them wait for it.
test('fifty starts at once: one host, one line, one conversation, and the others are told', async ({
  stage,
}) => {
  const backend = await backendWith(stage, { echo: [takesCall] });
  const wish = { agentId: 'echo', tabId: 0, mode: 'voice' } as const;
  const answers = await Promise.all(Array.from({ length: 50 }, () => startHere(wish)));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.failure.code));
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
  expect(codes.filter((code) => code === 'busy')).toHaveLength(49);
  await stage.network.held.until((sockets) => sockets === 1);
  expect(stage.hosts()).toBe(1);
  await expectFault(stage, {
    done: 'fifty starts at once; then the one is ended',
    happens: end,
    sees: async () => 'one talked, the others were told that a conversation runs',
  });
  expect(backend.asked).toHaveLength(2);
});

const NEVER = new Promise<never>(() => {});

/** The stages at which a call can be given up, and what never comes at each. */
const STAGES = [
  { name: 'while the backend is asked', waitsFor: 'address' },
  { name: 'while the agent is called', waitsFor: 'agent' },
  { name: 'while the microphone opens', waitsFor: 'microphone' },
] as const;

for (const { name, waitsFor } of STAGES) {
  test(`given up ${name}: no socket and no microphone stays or follows, and the next click works`, async ({
    stage,
  }) => {
    const opening = Promise.withResolvers<void>();
    if (waitsFor === 'microphone') stage.devices.opens = opening.promise;
    const agents = { echo: [waitsFor === 'agent' ? staysSilent : takesCall] };
    let isReady = waitsFor !== 'address';
    const ready = async () => isReady || NEVER;
    const backend = await backendWith(stage, agents, { ready });
    await stage.click();
    await expect.poll(() => backend.asked.length).toBe(1);
    if (isReady) await stage.network.held.until((sockets) => sockets === 1);
    expect(stage.card.now?.state).toBe('connecting');
    await expectFault(stage, {
      done: `a click gives it up ${name}`,
      happens: () => stage.click(),
      async sees() {
        await untilShown(stage, 'idle');
        return 'the card at rest';
      },
      async again() {
        // What comes too late is let go at once.
        opening.resolve();
        await expect.poll(() => stage.devices.opened).toBe(1);
        expect(stage.devices.live.now).toBe(0);
        await expect.poll(() => backend.open()).toBe(0);
        isReady = true;
        agents.echo = [takesCall];
        await talksOnce(stage);
      },
    });
  });
}

test('given up while its worklets load: none of them goes on, and the next click works', async ({
  stage,
}) => {
  await backendWith(stage, { echo: [takesCall] });
  const loading = Promise.withResolvers<void>();
  stage.worklets.load = loading.promise;
  // When a call is over, the sound for the next one is made ready.
  await talksOnce(stage);
  await stage.click();
  await stage.untilHeard();
  await expectFault(stage, {
    done: 'a click gives it up while its worklets load',
    happens: () => stage.click(),
    async sees() {
      await untilShown(stage, 'idle');
      return 'the card at rest';
    },
    async again() {
      loading.resolve();
      await talksOnce(stage);
      await expectReleased(stage);
    },
  });
});

/** What becomes of the microphone before there is a call, and what the card says. */
const MICROPHONE: readonly (readonly [done: string, refusal: string, message: string])[] = [
  [
    'the microphone is in use elsewhere',
    'NotReadableError',
    'The microphone is in use by another program.',
  ],
  [
    'there is no microphone',
    'NotFoundError',
    'No microphone was found. Connect one and try again.',
  ],
  [
    'the browser refuses the microphone',
    'NotAllowedError',
    'The microphone is blocked for Voice Cards.',
  ],
];

for (const [done, refusal, message] of MICROPHONE) {
  test(`where ${done}, the card says so, and the next click works`, async ({ stage }) => {
    await backendWith(stage, { echo: [takesCall] });
    stage.devices.refusal = refusal;
    await expectFault(stage, {
      done,
      happens: () => stage.click(),
      sees: () => told(stage),
      again() {
        stage.devices.refusal = null;
        return talksOnce(stage);
      },
    });
    expect(stage.rows[0]?.saw).toBe(message);
  });
}
