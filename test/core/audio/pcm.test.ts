import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../core/audio/pcm.ts';

const samples = fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 200 });

describe('pcm', () => {
  test('is 16-bit little-endian, full scale at 1', () => {
    expect([...encode(Float32Array.of(0, 0.5, -1, 1), 'pcm')]).toEqual([
      0, 0, 0, 0x40, 0, 0x80, 0xff, 0x7f,
    ]);
  });

  test('comes back within half a step', { tags: 'property' }, () => {
    fc.assert(
      fc.property(samples, (sent) => {
        const heard = decode(encode(sent, 'pcm'), 'pcm');
        sent.forEach((sample, i) =>
          expect(Math.abs(sample - (heard[i] ?? 9))).toBeLessThanOrEqual(1 / 32_768),
        );
      }),
    );
  });

  test('half a sample at the end is dropped', () => {
    expect(decode(Uint8Array.of(0, 0x40, 7), 'pcm')).toEqual(Float32Array.of(0.5));
  });
});

describe('µ-law', () => {
  // Known pairs of G.711: zero, the extremes, and one between.
  test.each([
    [0, 0xff],
    [1, 0x80],
    [-1, 0x00],
    [0.5, 0x8f],
  ])('%f is byte %i', (sample, byte) => {
    expect([...encode(Float32Array.of(sample), 'ulaw')]).toEqual([byte]);
  });

  test('comes back within its logarithmic step', { tags: 'property' }, () => {
    fc.assert(
      fc.property(samples, (sent) => {
        const heard = decode(encode(sent, 'ulaw'), 'ulaw');
        sent.forEach((sample, i) =>
          expect(Math.abs(sample - (heard[i] ?? 9))).toBeLessThanOrEqual(
            0.0005 + Math.abs(sample) / 16,
          ),
        );
      }),
    );
  });
});
