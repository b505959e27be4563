import { describe, expect, test } from 'vitest';
import { Resampler } from '../../../core/audio/resampler.ts';

const RATES = [8_000, 16_000, 22_050, 24_000, 44_100, 48_000];
const PAIRS = RATES.flatMap((from) => RATES.map((to) => [from, to] as const));

describe('Resampler', () => {
  test.each(PAIRS)('%i Hz to %i Hz keeps time, to the sample', (from, to) => {
    expect(resample(new Float32Array(from), from, to).length).toBe(to);
  });

  test.each(PAIRS)(
    '%i Hz to %i Hz keeps a tone: its pitch, its strength, nothing beside it',
    (from, to) => {
      const heard = resample(tone(1_000, from), from, to).subarray(to / 4);
      const { strength, rest } = measure(heard, 1_000, to);
      expect(strength).toBeCloseTo(0.5, 2);
      expect(rest / strength).toBeLessThan(0.001);
    },
  );

  test('what the new rate cannot carry is removed, not folded down', () => {
    const heard = resample(tone(11_000, 48_000), 48_000, 16_000).subarray(4_000);
    expect(Math.max(...heard.map(Math.abs))).toBeLessThan(0.001);
  });

  test('after being cleared it remembers nothing', () => {
    const resampler = new Resampler(16_000, 48_000);
    for (let i = 0; i < 100; i++) resampler.push(1, () => {});
    resampler.clear();
    const heard: number[] = [];
    for (let i = 0; i < 100; i++) resampler.push(0, (sample) => heard.push(sample));
    expect(heard.every((sample) => sample === 0)).toBe(true);
  });
});

function resample(samples: Float32Array, from: number, to: number): Float32Array {
  const resampler = new Resampler(from, to);
  const heard: number[] = [];
  for (const sample of samples) resampler.push(sample, (out) => heard.push(out));
  return Float32Array.from(heard);
}

function tone(frequency: number, rate: number): Float32Array {
  return Float32Array.from(
    { length: rate },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * frequency * i) / rate),
  );
}

/** How strong the tone is in the samples, and the root mean square of everything else. */
function measure(samples: Float32Array, frequency: number, rate: number) {
  const step = (2 * Math.PI * frequency) / rate;
  const sine =
    (2 / samples.length) * samples.reduce((sum, x, i) => sum + x * Math.sin(step * i), 0);
  const cosine =
    (2 / samples.length) * samples.reduce((sum, x, i) => sum + x * Math.cos(step * i), 0);
  const rest = samples.map((x, i) => x - sine * Math.sin(step * i) - cosine * Math.cos(step * i));
  return {
    strength: Math.hypot(sine, cosine),
    rest: Math.sqrt(rest.reduce((sum, x) => sum + x * x, 0) / rest.length),
  };
}
