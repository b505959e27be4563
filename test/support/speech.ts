import { resolve } from 'node:path';
import { expect } from 'playwright/test';
import { joinSamples, readWav, resample, writeWav } from '../../scripts/audio.js';
import { similarity } from '../../scripts/similarity.js';
import type { Tape } from '../../scripts/tape.js';

/** A sentence as short as can be told from others. */
export const SHORT = resolve('test/support/sounds/short.wav');

/** At least this much of a sentence, 1 being all of it, is the same sentence. */
const SAME = 0.6;
/** Ends a hang, and says nothing of how long it should take. */
const TIMEOUT_MS = 60_000;
const RATE = 48_000;
/** How long nobody speaks at first: as long as it takes to connect; the agent stops its greeting when somebody speaks. In seconds. */
const LEAD_IN = 1.5;
/** How long nobody speaks then: longer than it takes to say a sentence back, in seconds. */
const PAUSE = 2.6;
/** A machine that is too slow to hear a sentence hears the next. */
const TIMES = 5;

/** Writes a WAV for Chromium's microphone, which says the short sentence again and again. */
export async function writeTalkingMicrophone(path: string): Promise<void> {
  const silence = (seconds: number) => new Float32Array(seconds * RATE);
  const { samples } = resample(await readWav(SHORT), RATE);
  const said = Array.from({ length: TIMES }, () => [samples, silence(PAUSE)]).flat();
  await writeWav(path, { sampleRate: RATE, samples: joinSamples([silence(LEAD_IN), ...said]) });
}

/** Expects the short sentence to be played after a second of a tape, however late a busy machine is with it. */
export async function expectPlayed(tape: Tape, after: number): Promise<void> {
  const sentence = await readWav(SHORT);
  await tape.untilSound(after);
  await tape.untilSecond(tape.seconds() + sentence.samples.length / sentence.sampleRate);
  const score = () => similarity(tape.recording(after), sentence);
  await expect
    .poll(score, { message: 'similarity', timeout: TIMEOUT_MS, intervals: [500] })
    .toBeGreaterThan(SAME);
}
