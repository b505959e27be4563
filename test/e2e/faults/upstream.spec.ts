import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startBackend } from '../../../scripts/backend.js';
import { SIGNATURE_LIFETIME_MS } from '../../../server/echo-agent/signatures.ts';
import { type ElevenLabs, type UpstreamConduct, elevenLabs } from '../../support/elevenlabs.ts';
import { json } from '../../support/stand-in.ts';
import { untilHeard } from '../../support/released.ts';
import { failsThenWorks } from './failing-card.ts';
import { type Stage, test as base } from './stage.ts';

/** A test in which the companion backend, as a process of its own, asks an ElevenLabs on loopback. */
const test = base.extend<{ upstream: ElevenLabs }>({
  upstream: async ({ scene: stage }, use) => {
    const upstream = await elevenLabs(() => untilHeard(stage));
    const backend = await startBackend({
      ELEVENLABS_API_BASE: upstream.url,
      ELEVENLABS_API_KEY: upstream.apiKey,
      ELEVENLABS_AGENTS: 'agent_1=Anna',
    });
    upstream.serve(backend);
    await stage.set({ backendUrl: upstream.url });
    await use(upstream);
    await backend.stop();
    await upstream.close();
  },
});

interface Row {
  readonly name: string;
  readonly conduct: UpstreamConduct;
  readonly message: string;
  /** How long the backend waits for what never comes, in milliseconds: only then it is a fault. */
  readonly patience?: number;
}

/** What ElevenLabs does when the backend asks it, and what the person reads. */
const TABLE: readonly Row[] = [
  {
    name: '401',
    conduct: json(401, {}),
    message: "The voice backend's ElevenLabs key was not accepted. Please tell whoever runs it.",
  },
  { name: '402', conduct: json(402, {}), message: "The agent's allowance is used up." },
  { name: '404', conduct: json(404, {}), message: 'ElevenLabs does not know this agent.' },
  {
    name: '422',
    conduct: json(422, {}),
    message: 'ElevenLabs had a problem. Please try again in a moment.',
  },
  {
    name: '429',
    conduct: json(429, {}),
    message: 'Too many conversations just now. Please try again in a moment.',
  },
  {
    name: '429 with Retry-After',
    conduct: json(429, {}, { 'retry-after': '240' }),
    message: 'Too many conversations just now. Please try again in 4 minutes.',
  },
  {
    name: '500',
    conduct: json(500, {}),
    message: 'ElevenLabs had a problem. Please try again in a moment.',
  },
  {
    name: 'no answer',
    conduct: 'never answers',
    message: 'ElevenLabs did not answer in time.',
    patience: 4_000,
  },
  {
    name: 'a connection that breaks',
    conduct: 'hangs up',
    message: 'ElevenLabs had a problem. Please try again in a moment.',
  },
];

for (const { name, conduct, message, patience = 0 } of TABLE) {
  test(`when ElevenLabs gives the backend ${name}, the card says so, and the next click works`, async ({
    scene: stage,
    upstream,
  }) => {
    upstream.does(conduct);
    await failsThenWorks(stage, {
      done: `ElevenLabs gives the backend ${name}`,
      agentId: 'agent_1',
      message,
      at: () => upstream.lastActed() + patience,
      mend: () => upstream.does('signs'),
    });
  });
}

test('when the address was used before, the card says so, and the next click works', async ({
  scene: stage,
  upstream,
}) => {
  const used = await upstream.sign();
  const socket = new WebSocket(used, 'convai');
  await once(socket, 'open');
  socket.close();
  await refusesAddress(stage, upstream, 'the backend sends an address that was used', used);
});

test('when the address has expired, the card says so, and the next click works', async ({
  scene: stage,
  upstream,
}) => {
  const expired = await upstream.sign();
  upstream.passes(SIGNATURE_LIFETIME_MS);
  await refusesAddress(stage, upstream, 'the backend sends an address that has expired', expired);
});

async function refusesAddress(
  stage: Stage,
  upstream: ElevenLabs,
  done: string,
  signed_url: string,
): Promise<void> {
  upstream.does(json(200, { signed_url }));
  await failsThenWorks(stage, {
    done,
    agentId: 'agent_1',
    message: 'The agent refused this conversation. Its authorization may have expired.',
    at: upstream.lastActed,
    mend: () => upstream.does('signs'),
  });
}
