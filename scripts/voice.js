// Makes the sounds that are committed, with Debian's flite: node scripts/voice.js
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWav, writeWav } from './audio.js';
import { ROOT } from './set-up.js';

const SOUNDS = [
  {
    file: 'assets/sounds/greeting.wav',
    voice: 'slt',
    // The words also stand in server/echo-agent/conversation-endpoint.ts.
    text: 'Hello! I am the echo agent. Say something.',
  },
  {
    file: 'test/support/sounds/sentence.wav',
    voice: 'slt',
    text: 'The quick brown fox jumps over the lazy dog.',
  },
  {
    // As short as can still be told from other words.
    file: 'test/support/sounds/short.wav',
    voice: 'slt',
    text: 'The quick brown fox.',
  },
  {
    file: 'test/support/sounds/other.wav',
    voice: 'rms',
    text: 'Pack my box with five dozen liquor jugs.',
  },
];

/** Softer than this, of 1, is silence at either end. */
const SILENCE = 0.006;
/** Seconds of silence that are left at either end. */
const MARGIN = 0.05;

const workshop = mkdtempSync(join(tmpdir(), 'voice-cards-voice-'));
for (const { file, voice, text } of SOUNDS) {
  const spoken = join(workshop, 'spoken.wav');
  execFileSync('flite', ['-voice', voice, '-t', text, '-o', spoken]);
  const recording = trimmed(await readWav(spoken));
  await writeWav(join(ROOT, file), recording);
  const seconds = recording.samples.length / recording.sampleRate;
  process.stdout.write(`${file}: ${seconds.toFixed(2)} s\n`);
}
rmSync(workshop, { recursive: true });

/**
 * The recording without the silence around what is said.
 * @param {import('./tape.js').Recording} recording
 */
function trimmed({ sampleRate, samples }) {
  const margin = MARGIN * sampleRate;
  /** @param {number} sample */
  const isLoud = (sample) => Math.abs(sample) > SILENCE;
  const from = Math.max(0, samples.findIndex(isLoud) - margin);
  return { sampleRate, samples: samples.slice(from, samples.findLastIndex(isLoud) + margin) };
}
