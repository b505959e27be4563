import { SAMPLE_RATE, joined, loudness, samplesIn } from './pcm.ts';

/** What a person said, from a moment before the first sound to a moment after the last. */
export interface Utterance {
  readonly samples: Int16Array;
  /** From the first loud frame to the last, in seconds. */
  readonly seconds: number;
}

const FRAME_MS = 20;
const FRAME = samplesIn(FRAME_MS);
/** A click is shorter than this. */
const START_FRAMES = 60 / FRAME_MS;
const PRE_ROLL_FRAMES = 260 / FRAME_MS;
const POST_ROLL_FRAMES = 200 / FRAME_MS;
/** Pauses within a sentence are shorter than this. */
const END_FRAMES = 700 / FRAME_MS;
const MAX_FRAMES = 30_000 / FRAME_MS;

/** Speech stands out from the noise by this factor, and is never softer than this. */
const OVER_NOISE = 3;
const SOFTEST_SPEECH = 0.008;
/** The noise is the softest frame of late: what lasts for seconds without a gap is noise. */
const NOISE_RISE = 1.01;
const SOFTEST_NOISE = 0.0005;

/**
 * Finds utterances in a stream of samples by their energy. Counts samples, never looks at a clock:
 * the same audio gives the same utterances however fast it arrives.
 */
export class UtteranceDetector {
  #rest = new Int16Array();
  #noise = SOFTEST_NOISE;
  /** Before speech the pre-roll; during speech all of it. */
  #frames: Int16Array[] = [];
  #speaking = false;
  #firstLoud = 0;
  #loudFrames = 0;
  #quietFrames = 0;

  /** Milliseconds of loud audio in the utterance under way; 0 between utterances. */
  get loudMs(): number {
    return this.#speaking ? this.#loudFrames * FRAME_MS : 0;
  }

  /** Takes in samples; gives the utterances that end with them. */
  push(samples: Int16Array): readonly Utterance[] {
    const all = joined([this.#rest, samples]);
    const whole = all.length - (all.length % FRAME);
    this.#rest = all.slice(whole);
    const utterances: Utterance[] = [];
    for (let at = 0; at < whole; at += FRAME) {
      const ended = this.#take(all.slice(at, at + FRAME));
      if (ended) utterances.push(ended);
    }
    return utterances;
  }

  #take(frame: Int16Array): Utterance | undefined {
    this.#frames.push(frame);
    const loud = this.#isLoud(frame);
    this.#quietFrames = loud ? 0 : this.#quietFrames + 1;
    if (loud) this.#loudFrames += 1;
    if (!this.#speaking) {
      this.#awaitSpeech(loud);
      return undefined;
    }
    const over = this.#quietFrames >= END_FRAMES || this.#frames.length >= MAX_FRAMES;
    return over ? this.#finish() : undefined;
  }

  #isLoud(frame: Int16Array): boolean {
    const level = loudness(frame);
    const loud = level > Math.max(SOFTEST_SPEECH, this.#noise * OVER_NOISE);
    this.#noise = Math.max(SOFTEST_NOISE, Math.min(level, this.#noise * NOISE_RISE));
    return loud;
  }

  #awaitSpeech(loud: boolean): void {
    if (!loud) this.#loudFrames = 0;
    this.#speaking = this.#loudFrames >= START_FRAMES;
    this.#frames = this.#frames.slice(-(PRE_ROLL_FRAMES + START_FRAMES));
    if (this.#speaking) this.#firstLoud = this.#frames.length - START_FRAMES;
  }

  #finish(): Utterance {
    const lastLoud = this.#frames.length - this.#quietFrames;
    const samples = joined(this.#frames.slice(0, lastLoud + POST_ROLL_FRAMES));
    const seconds = ((lastLoud - this.#firstLoud) * FRAME) / SAMPLE_RATE;
    this.#frames = this.#frames.slice(lastLoud + POST_ROLL_FRAMES).slice(-PRE_ROLL_FRAMES);
    this.#speaking = false;
    this.#loudFrames = 0;
    return { samples, seconds };
  }
}
