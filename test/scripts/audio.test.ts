import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  joinSamples,
  readWav,
  resample,
  writeMicrophoneWav,
  writeWav,
} from '../../scripts/audio.js';
import { similarity } from '../../scripts/similarity.js';
import type { Recording } from '../../scripts/tape.js';

const SOUNDS = join(import.meta.dirname, '..', 'support', 'sounds');
const SENTENCE = join(SOUNDS, 'sentence.wav');

let folder: string;
let sentence: Recording;
let other: Recording;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voice-cards-audio-'));
  sentence = await readWav(SENTENCE);
  other = await readWav(join(SOUNDS, 'other.wav'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Samples that a recorder may lose at once. */
const PIECE = 4096;

function silence(seconds: number, sampleRate: number) {
  return new Float32Array(seconds * sampleRate);
}

describe('similarity', () => {
  test('is 1 for the sentence itself', () => {
    expect(similarity(sentence, sentence)).toBeCloseTo(1, 3);
  });

  test('does not mind delay, loudness or another sample rate', () => {
    const { sampleRate, samples } = resample(sentence, 44100);
    const quiet = samples.map((sample) => sample / 5);
    const played = {
      sampleRate,
      samples: joinSamples([silence(2, sampleRate), quiet, silence(1, sampleRate)]),
    };
    expect(similarity(played, sentence)).toBeGreaterThan(0.95);
  });

  test('finds the sentence behind another one', () => {
    const { sampleRate } = sentence;
    const both = { sampleRate, samples: joinSamples([other.samples, sentence.samples]) };
    expect(similarity(both, sentence)).toBeCloseTo(1, 3);
  });

  test('is 0 for silence, and for no recording at all', () => {
    expect(similarity({ sampleRate: 48000, samples: silence(4, 48000) }, sentence)).toBe(0);
    expect(similarity({ sampleRate: 48000, samples: silence(0, 48000) }, sentence)).toBe(0);
  });

  test('is enough where a busy machine dropped samples twice, or played them late', () => {
    const { sampleRate, samples } = resample(sentence, 48_000);
    const pieces = Array.from({ length: Math.ceil(samples.length / PIECE) }, (_, i) =>
      samples.slice(i * PIECE, (i + 1) * PIECE),
    );
    const isHit = (i: number) => [6, 7, 18, 19].includes(i);
    const dropped = pieces.filter((_, i) => !isHit(i));
    const late = pieces.flatMap((piece, i) =>
      isHit(i) ? [new Float32Array(PIECE), piece] : [piece],
    );
    for (const heard of [dropped, late].map(joinSamples)) {
      expect(similarity({ sampleRate, samples: heard }, sentence)).toBeGreaterThan(0.7);
    }
  });

  test('is far from enough for another sentence of the same voice', () => {
    expect(similarity(other, sentence)).toBeLessThan(0.3);
    expect(similarity(sentence, other)).toBeLessThan(0.3);
  });
});

describe('WAV files', () => {
  test('read back as they were written', async () => {
    const path = join(folder, 'copy.wav');
    await writeWav(path, sentence);
    expect(await readWav(path)).toEqual(sentence);
  });

  test('that are none are named', async () => {
    await expect(readWav(import.meta.filename)).rejects.toThrow(
      /audio\.test\.ts is not a WAV file/,
    );
  });

  test('for the microphone: silence, the sentence, three seconds of silence, at 48 kHz', async () => {
    const path = join(folder, 'microphone.wav');
    await writeMicrophoneWav(path, SENTENCE, { leadInSeconds: 2 });
    const { sampleRate, samples } = await readWav(path);
    const spoken = sentence.samples.length / sentence.sampleRate;
    expect(sampleRate).toBe(48000);
    expect(samples.length / sampleRate).toBeCloseTo(2 + spoken + 3, 2);
    expect(samples.subarray(0, 2 * sampleRate).every((sample) => sample === 0)).toBe(true);
    expect(samples.subarray(-3 * sampleRate).every((sample) => sample === 0)).toBe(true);
  });
});
