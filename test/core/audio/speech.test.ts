import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../core/audio/pcm.ts';
import { Player } from '../../../core/audio/player.ts';
import { Resampler } from '../../../core/audio/resampler.ts';
import { readWav, resample } from '../../../scripts/audio.js';
import { similarity } from '../../../scripts/similarity.js';
import type { Recording } from '../../../scripts/tape.js';

const MICROPHONES = [48_000, 44_100];
const AGENTS = [16_000, 22_050, 24_000, 44_100, 48_000];
const WAYS = MICROPHONES.flatMap((device) => AGENTS.map((agent) => ({ device, agent })));

/** Seconds that go into a message, and samples that a browser asks for at a time. */
const CHUNK = 0.025;
const BLOCK = 128;

describe('what is said into a microphone, sent to an agent, sent back and played', () => {
  test.each(WAYS)('at $device Hz here and $agent Hz there is the same sentence', async (way) => {
    const spoken = beginning(await readWav('test/support/sounds/sentence.wav'));
    const { samples } = resample(spoken, way.device);
    const heard = throughAgent(samples, way);
    expect(similarity({ sampleRate: way.device, samples: heard }, spoken)).toBeGreaterThan(0.95);
  });

  test.each(WAYS)('at $device Hz here and $agent Hz there is as long as it was', (way) => {
    const said = new Float32Array(way.device).fill(0.9);
    const heard = throughAgent(said, way).filter((sample) => sample > 0.45);
    expect(Math.abs(heard.length / said.length - 1)).toBeLessThan(0.001);
  });

  test.each(WAYS)('at $device Hz here and $agent Hz there has the pitch it had', (way) => {
    const said = Float32Array.from({ length: way.device }, (_, i) =>
      Math.sin((2 * Math.PI * 440 * i) / way.device),
    );
    const pitch = pitchOf(throughAgent(said, way), way.device);
    expect(Math.abs(pitch / 440 - 1)).toBeLessThan(0.01);
  });
});

/** The first words of a recording: all of it says no more, and takes three times as long to compare. */
function beginning({ sampleRate, samples }: Recording): Recording {
  return { sampleRate, samples: samples.slice(0, 1.3 * sampleRate) };
}

/** Through both worklets, and the bytes between them. */
function throughAgent(
  samples: Float32Array,
  { device, agent }: { device: number; agent: number },
): Float32Array<ArrayBuffer> {
  const player = new Player(agent, device);
  for (const bytes of sent(samples, device, agent)) player.push(decode(bytes, 'pcm'));
  const heard: number[] = [];
  const block = new Float32Array(BLOCK);
  do {
    player.render(block);
    heard.push(...block);
  } while (player.speaking);
  return Float32Array.from(heard);
}

function sent(samples: Float32Array, from: number, to: number): Uint8Array[] {
  const resampler = new Resampler(from, to);
  const out: number[] = [];
  // What is still inside the filter at the end comes out with some silence.
  for (const sample of [...samples, ...new Float32Array(from / 100)]) {
    resampler.push(sample, (made) => out.push(made));
  }
  const size = Math.round(CHUNK * to);
  const chunks = Array.from({ length: Math.ceil(out.length / size) }, (_, i) =>
    out.slice(i * size, (i + 1) * size),
  );
  return chunks.map((chunk) => encode(Float32Array.from(chunk), 'pcm'));
}

/** In Hz, by how often it crosses zero upwards, from the first time to the last. */
function pitchOf(samples: Float32Array, rate: number): number {
  const rises: number[] = [];
  samples.forEach((sample, i) => {
    const before = samples[i - 1] ?? 0;
    if (before < 0 && sample >= 0 && sample - before > 0.01) rises.push(i);
  });
  return ((rises.length - 1) * rate) / ((rises.at(-1) ?? 0) - (rises[0] ?? 0));
}
