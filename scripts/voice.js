// Makes the sounds that are committed, with Debian's flite: node scripts/voice.js
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
    file: 'test/support/sounds/other.wav',
    voice: 'rms',
    text: 'Pack my box with five dozen liquor jugs.',
  },
];

const SAMPLE_RATE = 16_000;
const HEADER_BYTES = 44;
/** Softer than this, of 32768, is silence at either end. */
const SILENCE = 200;
/** Silence that is left at either end. */
const MARGIN_BYTES = 2 * SAMPLE_RATE * 0.05;

const root = new URL('../', import.meta.url);
const workshop = mkdtempSync(join(tmpdir(), 'voice-'));
for (const { file, voice, text } of SOUNDS) {
  const spoken = join(workshop, 'spoken.wav');
  execFileSync('flite', ['-voice', voice, '-t', text, '-o', spoken]);
  const samples = trimmed(samplesOf(readFileSync(spoken)));
  writeFileSync(fileURLToPath(new URL(file, root)), Buffer.concat([header(samples), samples]));
  console.log(`${file}: ${(samples.length / 2 / SAMPLE_RATE).toFixed(2)} s`);
}
rmSync(workshop, { recursive: true });

/** The samples' bytes of a file as flite writes it: 16 kHz, mono, 16 bit, one short header. */
function samplesOf(file) {
  if (file.readUInt32LE(24) !== SAMPLE_RATE || file.readUInt16LE(22) !== 1) {
    throw new Error('flite did not write 16 kHz mono: choose another voice');
  }
  return file.subarray(HEADER_BYTES);
}

function trimmed(samples) {
  const isLoud = (at) => Math.abs(samples.readInt16LE(at)) > SILENCE;
  let from = 0;
  while (!isLoud(from)) from += 2;
  let to = samples.length - 2;
  while (!isLoud(to)) to -= 2;
  return samples.subarray(Math.max(0, from - MARGIN_BYTES), to + MARGIN_BYTES);
}

function header(samples) {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length, 40);
  return bytes;
}
