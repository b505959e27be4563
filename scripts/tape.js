import { EventEmitter, once } from 'node:events';
import { joinSamples, loudness } from './audio.js';

/** @typedef {{ sampleRate: number, samples: Float32Array<ArrayBuffer> }} Recording */
/** @typedef {{ context: number, sampleRate: number, samples: string }} Chunk samples: base64 of 32-bit floats */

/** Root mean square above which a chunk counts as sound. */
const SOUND = 0.003;

/** Keeps the chunks of the newest recording and tells when sound begins and ends. */
export class Tape {
  #added = new EventEmitter();
  #source = '';
  #sampleRate = 48000;
  /** @type {{ samples: Float32Array<ArrayBuffer>, until: number, loud: boolean }[]} */
  #chunks = [];
  #ended = false;

  /**
   * Adds what a document played; another document, or another context, starts a new recording.
   * @param {string} sessionId
   * @param {Chunk} chunk
   */
  add(sessionId, chunk) {
    const source = `${sessionId} ${chunk.context}`;
    if (source !== this.#source) this.rewind();
    this.#source = source;
    this.#sampleRate = chunk.sampleRate;
    const bytes = Uint8Array.from(Buffer.from(chunk.samples, 'base64'));
    const samples = new Float32Array(bytes.buffer);
    const until = this.seconds() + samples.length / this.#sampleRate;
    this.#chunks.push({ samples, until, loud: loudness(samples) > SOUND });
    this.#added.emit('chunk');
  }

  /** Nothing will follow: whoever waits learns it. */
  end() {
    this.#ended = true;
    this.#added.emit('chunk');
  }

  /** Forgets what was recorded, before the next conversation is awaited. */
  rewind() {
    this.#chunks = [];
  }

  /** How many seconds are recorded so far. */
  seconds() {
    return this.#chunks.at(-1)?.until ?? 0;
  }

  /**
   * What was played from the given second on.
   * @param {number} [after]
   * @returns {Recording}
   */
  recording(after = 0) {
    const samples = joinSamples(this.#chunks.map((chunk) => chunk.samples));
    const sampleRate = this.#sampleRate;
    return { sampleRate, samples: samples.slice(Math.round(after * sampleRate)) };
  }

  /**
   * Resolves as soon as there is sound after the given second of the recording.
   * @param {number} [after]
   */
  async untilSound(after = 0) {
    while (!this.#chunks.some(({ loud, until }) => loud && until > after)) await this.#nextChunk();
  }

  /**
   * Resolves when sound after the given second of the recording was followed by so many quiet seconds.
   * @param {number} quietSeconds
   * @param {number} [after]
   */
  async untilQuiet(quietSeconds, after = 0) {
    const isSound = (/** @type {{ loud: boolean, until: number }} */ { loud, until }) =>
      loud && until > after;
    const quiet = () => this.seconds() - (this.#chunks.findLast(isSound)?.until ?? Infinity);
    while (!(quiet() >= quietSeconds)) await this.#nextChunk();
  }

  /**
   * Resolves when so much is recorded.
   * @param {number} seconds
   */
  async untilSecond(seconds) {
    while (this.seconds() < seconds) await this.#nextChunk();
  }

  async #nextChunk() {
    if (!this.#ended) await once(this.#added, 'chunk');
    if (this.#ended) throw new Error('The recording ended before that.');
  }
}
