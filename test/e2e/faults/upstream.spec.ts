import { startBackend } from '../../../scripts/backend.js';
import { type ElevenLabs, elevenLabs } from '../../support/elevenlabs.ts';
import { json } from '../../support/stand-in.ts';
import { untilHeard } from '../../support/released.ts';
import { failsThenWorks } from './failing-card.ts';
import { test as base } from './stage.ts';

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

// All else that ElevenLabs may do is held in Node (test/extension/faults/elevenlabs.test.ts).
test('when ElevenLabs has the backend wait, the card says so, and the next click works', async ({
  scene: stage,
  upstream,
}) => {
  upstream.does(json(429, {}, { 'retry-after': '240' }));
  await failsThenWorks(stage, {
    done: 'ElevenLabs gives the backend 429 with Retry-After',
    agentId: 'agent_1',
    message: 'Too many conversations just now. Please try again in 4 minutes.',
    at: upstream.lastActed,
    mend: () => upstream.does('signs'),
  });
});
