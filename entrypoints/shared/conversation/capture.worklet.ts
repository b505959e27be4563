import { type AudioFormat, encode } from '../../../core/audio/pcm.ts';
import { Resampler } from '../../../core/audio/resampler.ts';

/** How much speech goes into one message, in seconds; what the SDK sends, too. */
const CHUNK = 0.025;

/** What is heard of a microphone that is not there: the agent's clock goes on. */
const SILENCE = new Float32Array(128);

/** Turns the microphone's samples into chunks of bytes in the agent's format. */
class Capture extends AudioWorkletProcessor {
  readonly #format: AudioFormat;
  readonly #resampler: Resampler;
  readonly #chunk: Float32Array;
  #filled = 0;

  constructor({ processorOptions }: { processorOptions: AudioFormat }) {
    super();
    this.#format = processorOptions;
    this.#resampler = new Resampler(sampleRate, processorOptions.sampleRate);
    this.#chunk = new Float32Array(Math.round(CHUNK * processorOptions.sampleRate));
  }

  override process([input]: Float32Array[][]): boolean {
    for (const sample of input?.[0] ?? SILENCE) this.#resampler.push(sample, this.#collect);
    return true;
  }

  readonly #collect = (sample: number): void => {
    this.#chunk[this.#filled++] = sample;
    if (this.#filled < this.#chunk.length) return;
    this.#filled = 0;
    const bytes = encode(this.#chunk, this.#format.format);
    this.port.postMessage(bytes, [bytes.buffer]);
  };
}

registerProcessor('capture', Capture);
