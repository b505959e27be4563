import { describe, expect, it } from 'vitest';
import { bytesOf, loudness, samplesOf } from '../../server/echo-agent/pcm.ts';
import { readWav } from '../../server/echo-agent/wav.ts';
import { sound } from '../support/caller.ts';

function chunk(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
}

function format(rate: number, channels = 1, bits = 16): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(1, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(rate, 4);
  body.writeUInt16LE(bits, 14);
  return chunk('fmt ', body);
}

function wav(...chunks: Buffer[]): Buffer {
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

const SAMPLES = Int16Array.of(1, -2, 32_767, -32_768);
const data = chunk('data', bytesOf(SAMPLES));

describe('WAVE file', () => {
  it('gives its samples, wherever they stand', () => {
    const note = chunk('LIST', Buffer.from('odd'));
    expect(readWav(wav(format(16_000), note, data))).toEqual(SAMPLES);
  });

  it.each([
    ['of another rate', wav(format(44_100), data)],
    ['in stereo', wav(format(16_000, 2), data)],
    ['of 8 bit', wav(format(16_000, 1, 8), data)],
    ['without data', wav(format(16_000))],
    ['without format', wav(data)],
    ['that is empty', Buffer.alloc(0)],
    ['that is something else', Buffer.from('#!/bin/sh\nexit 0 # not a sound')],
  ])('%s is refused', (_case, file) => {
    expect(() => readWav(file)).toThrow('16 kHz');
  });

  it.each(['assets/sounds/greeting.wav', 'test/support/sounds/sentence.wav'])(
    '%s is speech of 2 to 3.5 s',
    (path) => {
      const samples = sound(path);
      expect(samples.length / 16_000).toBeGreaterThan(2);
      expect(samples.length / 16_000).toBeLessThan(3.5);
      expect(loudness(samples)).toBeGreaterThan(0.02);
    },
  );
});

describe('samples', () => {
  it('survive the wire, without an odd byte at the end', () => {
    expect(samplesOf(Buffer.concat([bytesOf(SAMPLES), Buffer.of(7)]))).toEqual(SAMPLES);
  });
});
