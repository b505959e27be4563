import { Chunks } from '../../../core/audio/chunks.ts';
import { type AudioFormat, USUAL_FORMAT } from '../../../core/audio/pcm.ts';

/** What is heard of a microphone that is not there: the agent's clock goes on. */
const SILENCE = new Float32Array(128);

/** Turns the microphone's samples into chunks of bytes, from when it is told the agent's format until it is told nothing more. */
class Capture extends AudioWorkletProcessor {
  readonly #send = (bytes: Uint8Array) => this.port.postMessage(bytes, [bytes.buffer]);
  /** Made ahead: it takes its time, and nothing must wait for it once the agent answers. */
  #format = USUAL_FORMAT;
  #chunks = new Chunks(sampleRate, this.#format, this.#send);
  #isWanted = false;
  #isOver = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<AudioFormat | null>) => {
      if (data) this.#begin(data);
      else this.#isOver = true;
    };
  }

  override process([input]: Float32Array[][]): boolean {
    if (this.#isWanted) for (const sample of input?.[0] ?? SILENCE) this.#chunks.push(sample);
    return !this.#isOver;
  }

  #begin(format: AudioFormat): void {
    const { format: coding, sampleRate: rate } = this.#format;
    if (format.format !== coding || format.sampleRate !== rate) {
      this.#format = format;
      this.#chunks = new Chunks(sampleRate, format, this.#send);
    }
    this.#isWanted = true;
  }
}

registerProcessor('capture', Capture);
