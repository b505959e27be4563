import { type AudioFormat, encode } from './pcm.ts';
import { Resampler } from './resampler.ts';

/** How much speech goes into one chunk, in seconds; what the SDK sends, too. */
const CHUNK = 0.025;

/** Turns samples into chunks of 25 ms, as bytes in a format. */
export class Chunks {
  readonly #format: AudioFormat;
  readonly #resampler: Resampler;
  readonly #chunk: Float32Array;
  readonly #done: (bytes: Uint8Array) => void;
  #filled = 0;

  /** @param rate that of the samples, in samples a second */
  constructor(rate: number, format: AudioFormat, done: (bytes: Uint8Array) => void) {
    this.#format = format;
    this.#resampler = new Resampler(rate, format.sampleRate);
    this.#chunk = new Float32Array(Math.round(CHUNK * format.sampleRate));
    this.#done = done;
  }

  /** Adds a sample. */
  push(sample: number): void {
    this.#resampler.push(sample, this.#collect);
  }

  readonly #collect = (sample: number): void => {
    this.#chunk[this.#filled++] = sample;
    if (this.#filled < this.#chunk.length) return;
    this.#filled = 0;
    this.#done(encode(this.#chunk, this.#format.format));
  };
}
