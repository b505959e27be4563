import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { offlineEnvironment } from '../../scripts/run.js';
import { findFlask } from '../../scripts/set-up-tests.js';
import type { ElevenLabs } from './elevenlabs.ts';

const APP = fileURLToPath(new URL('guide/app.py', import.meta.url));

/** Starts the guide's own backend, its Flask routes as written, on a free port. */
export async function startGuideBackend({ url, apiKey }: Pick<ElevenLabs, 'url' | 'apiKey'>) {
  const python = findFlask();
  if (!python) throw new Error('There is no Python with Flask and requests.');
  const child = spawn(python, [APP], {
    env: { ...offlineEnvironment(), ELEVENLABS_STAND_IN: url, ELEVENLABS_API_KEY: apiKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (text) => (errors += text));
  const ended = once(child, 'exit').then(() => undefined);
  const lines = createInterface(child.stdout);
  const first = await Promise.race([once(lines, 'line'), ended]);
  if (!first) throw new Error(`The guide's backend stopped at once: ${errors}`);
  return {
    url: String(first[0]),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
