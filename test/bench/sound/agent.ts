import type { WebSocket } from 'ws';
import { type Frame, audio, interruption, metadata } from '../../../server/echo-agent/frames.ts';
import { type Conduct, standIn } from '../../support/stand-in.ts';

/** Samples a second. */
const RATE = 16_000;
/** How long a piece of speech is, in milliseconds, as those of the echo agent. */
export const PIECE_MS = 100;
const PIECE = (RATE * PIECE_MS) / 1_000;
/** A tone that divides a piece into whole waves, so that pieces fit together. */
const TONE_HZ = 440;
const VOLUME = 0.5;

const SPEECH = Int16Array.from(
  { length: PIECE },
  (_, i) => VOLUME * 32_767 * Math.sin((2 * Math.PI * TONE_HZ * i) / RATE),
);

/** The agent's end of a conversation that is under way. */
export class Line {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Sends so many pieces of speech at once. */
  say(pieces: number, eventId: number): void {
    for (let i = 0; i < pieces; i++) this.#send(audio(SPEECH, eventId));
  }

  /** What was said under lower event ids must not be heard any more. */
  interrupt(eventId: number): void {
    this.#send(interruption(eventId));
  }

  /** Takes the call. */
  take(): void {
    this.#send(metadata('conv_bench'));
  }

  #send(frame: Frame): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}

/** A backend and an agent, whose conversations the bench leads. */
export async function startAgent() {
  let answer = Promise.withResolvers<Line>();
  const conduct: Conduct = (socket) => {
    socket.once('message', () => answer.resolve(new Line(socket)));
  };
  const backend = await standIn({ echo: [conduct] });
  return {
    url: backend.url,
    close: () => backend.close(),
    /** Whoever calls next, before the call is taken. */
    nextCall(): Promise<Line> {
      answer = Promise.withResolvers();
      return answer.promise;
    },
    /** An address at which a page may call. */
    async signedUrl(): Promise<string> {
      const response = await fetch(`${backend.url}/api/voice-sdk/signed-url/echo`);
      const { signed_url } = await response.json();
      return String(signed_url);
    },
  };
}
