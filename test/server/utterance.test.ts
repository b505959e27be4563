import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, samplesIn } from '../../server/echo-agent/pcm.ts';
import { UtteranceDetector } from '../../server/echo-agent/utterance.ts';
import { silence, sound } from '../support/caller.ts';
import { runs } from '../support/fuzz/plan.ts';

const sentence = sound('test/support/sounds/sentence.wav');

/** A steady tone; amplitude 0 to 1. */
function tone(ms: number, amplitude = 0.2): Int16Array {
  return Int16Array.from({ length: samplesIn(ms) }, (_, i) => 32_767 * amplitude * Math.sin(i / 5));
}

/** Noise that is the same each time. */
function noise(ms: number, amplitude: number): Int16Array {
  let state = 1;
  return Int16Array.from({ length: samplesIn(ms) }, () => {
    state = (state * 16_807) % 2_147_483_647;
    return 32_767 * amplitude * ((state / 2_147_483_647) * 2 - 1);
  });
}

function utterancesIn(...pieces: Int16Array[]) {
  return new UtteranceDetector().push(joined(pieces));
}

describe('utterance detector', () => {
  it('finds a sentence between silences, with a margin at both ends', () => {
    const [utterance, ...others] = utterancesIn(silence(500), sentence, silence(800));
    expect(others).toEqual([]);
    expect(utterance?.seconds).toBeCloseTo(2.6, 0);
    const margin = (utterance?.samples.length ?? 0) - samplesIn((utterance?.seconds ?? 0) * 1000);
    expect(margin).toBe(samplesIn(260 + 200));
  });

  it('finds the same however the stream is cut', { tags: 'property' }, () => {
    const stream = joined([silence(300), sentence, silence(900)]);
    const whole = utterancesIn(stream);
    expect(whole).toHaveLength(1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }), (sizes) => {
        const detector = new UtteranceDetector();
        const found = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          found.push(...detector.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(found).toEqual(whole);
      }),
      // Each goes through four seconds of sound, in 10 ms.
      { numRuns: runs(0.2) },
    );
  });

  it('ends after 700 ms of quiet, not before', () => {
    const detector = new UtteranceDetector();
    expect(detector.push(joined([tone(400), silence(690)]))).toEqual([]);
    expect(detector.push(silence(20))).toHaveLength(1);
  });

  it('keeps a pause within a sentence', () => {
    const [utterance] = utterancesIn(tone(400), silence(600), tone(400), silence(700));
    expect(utterance?.seconds).toBeCloseTo(1.4, 1);
  });

  it('tells two sentences apart', () => {
    expect(utterancesIn(tone(400), silence(720), tone(600), silence(720))).toHaveLength(2);
  });

  it('does not take a click for speech', () => {
    expect(utterancesIn(silence(300), tone(40), silence(900))).toEqual([]);
  });

  it('does not take soft noise for speech, nor lasting loud noise for ever', () => {
    expect(utterancesIn(noise(10_000, 0.01))).toEqual([]);
    const detector = new UtteranceDetector();
    detector.push(noise(12_000, 0.1));
    expect(detector.push(noise(5000, 0.1))).toEqual([]);
    expect(detector.loudMs).toBe(0);
  });

  it('hears a sentence in noise', () => {
    const background = noise(8000, 0.02);
    const loud = background.map((sample, i) => sample + (sentence[i - samplesIn(2000)] ?? 0));
    expect(utterancesIn(loud)).toHaveLength(1);
  });

  it('cuts what goes on for more than 30 s', () => {
    const syllables = Array.from({ length: 70 }, () => [tone(400), silence(100)]).flat();
    const [utterance] = utterancesIn(...syllables);
    expect(utterance?.samples.length).toBe(samplesIn(30_000));
  });

  it('tells how long someone has been heard', () => {
    const detector = new UtteranceDetector();
    detector.push(tone(40));
    expect(detector.loudMs).toBe(0);
    detector.push(tone(200));
    expect(detector.loudMs).toBe(240);
    detector.push(silence(800));
    expect(detector.loudMs).toBe(0);
  });
});
