import { expect, test } from 'vitest';
import { Chunks } from '../../../core/audio/chunks.ts';

test.each([
  ['pcm', 16_000, 800],
  ['pcm', 24_000, 1_200],
  ['ulaw', 8_000, 200],
] as const)('speech comes in chunks of 25 ms: %s at %i Hz', (format, sampleRate, bytes) => {
  const sizes: number[] = [];
  const chunks = new Chunks(48_000, { format, sampleRate }, ({ length }) => sizes.push(length));
  for (let i = 0; i < 0.11 * 48_000; i++) chunks.push(0);
  expect(sizes).toEqual([bytes, bytes, bytes, bytes]);
});

test('a chunk that was handed out is not written over by the next', () => {
  const all: Uint8Array[] = [];
  const chunks = new Chunks(8_000, { format: 'pcm', sampleRate: 8_000 }, (bytes) =>
    all.push(bytes),
  );
  for (let i = 0; i < 500; i++) chunks.push(i < 210 ? 0 : 0.5);
  const [first, second] = all;
  expect(first?.every((byte) => byte === 0)).toBe(true);
  expect(second?.some((byte) => byte !== 0)).toBe(true);
});
