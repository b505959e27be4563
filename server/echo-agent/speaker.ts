import type { Clock } from '../clock.ts';
import { type Frame, audio } from './frames.ts';
import { millisecondsOf, samplesIn } from './pcm.ts';

export interface SpeakerOptions {
  readonly clock: Clock;
  readonly send: (frame: Frame) => void;
  /** Ends with the conversation. */
  readonly signal: AbortSignal;
}

const PIECE_MS = 100;
const PIECE = samplesIn(PIECE_MS);
/** How far ahead of the ear audio is sent: enough for the network's unevenness, and no more. */
const LEAD_MS = 300;

/** Sends the agent's voice at the pace at which it is heard, so that it can be stopped. */
export class Speaker {
  readonly #options: SpeakerOptions;
  #current = new AbortController();
  #audibleUntil = -Infinity;

  constructor(options: SpeakerOptions) {
    this.#options = options;
  }

  /** Whether the person hears the agent now, as far as can be told from here. */
  get speaking(): boolean {
    return this.#options.clock.now() < this.#audibleUntil;
  }

  /** Sends samples as audio frames under one event id, instead of what was being sent. */
  async speak(samples: Int16Array, eventId: number): Promise<void> {
    this.stop();
    const { clock, send } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, this.#current.signal]);
    const start = clock.now();
    this.#audibleUntil = start + millisecondsOf(samples.length);
    for (let at = 0; at < samples.length; at += PIECE) {
      const due = start + millisecondsOf(at) + PIECE_MS - LEAD_MS;
      if (due > clock.now()) await clock.wait(due - clock.now(), signal);
      if (signal.aborted) return;
      send(audio(samples.subarray(at, at + PIECE), eventId));
    }
  }

  /** Sends no more, and takes what was sent as unheard. */
  stop(): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.#audibleUntil = -Infinity;
  }
}
