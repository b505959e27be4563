import { MAX_VOICE_FREQUENCY, MIN_VOICE_FREQUENCY } from '@11labs/client/internal';

/** Measures what passes through an audio node. */
export class Meter {
  readonly analyser: AnalyserNode;
  readonly #bins: Uint8Array<ArrayBuffer>;

  constructor(source: AudioNode) {
    this.analyser = new AnalyserNode(source.context, { fftSize: 2048 });
    this.#bins = new Uint8Array(this.analyser.frequencyBinCount);
    source.connect(this.analyser);
  }

  /** How loud it is, from 0 to 1. */
  volume(): number {
    this.analyser.getByteFrequencyData(this.#bins);
    const sum = this.#bins.reduce((total, bin) => total + bin, 0);
    return sum / this.#bins.length / 255;
  }

  /** Fills the buffer with levels from 0 to 255 over the range of the voice, low to high. */
  frequencies(buffer: Uint8Array): void {
    this.analyser.getByteFrequencyData(this.#bins);
    const perBin = this.analyser.context.sampleRate / this.analyser.fftSize;
    const first = Math.floor(MIN_VOICE_FREQUENCY / perBin);
    const last = Math.min(Math.ceil(MAX_VOICE_FREQUENCY / perBin), this.#bins.length - 1);
    buffer.forEach((_, i) => {
      const bin = first + Math.round((i / buffer.length) * (last - first));
      buffer[i] = this.#bins[bin] ?? 0;
    });
  }
}
