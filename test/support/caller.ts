import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { bytesOf, samplesIn, samplesOf } from '../../server/echo-agent/pcm.ts';
import { readWav } from '../../server/echo-agent/wav.ts';

/** A frame of the agent, as far as tests look into it. */
export interface Received {
  readonly type: string;
  readonly audio_event?: { readonly audio_base_64: string; readonly event_id: number };
  readonly client_tool_call?: { readonly tool_call_id: string; readonly tool_name: string };
  readonly [payload: string]: unknown;
}

/** Milliseconds until a frame counts as one that never comes, on however busy a computer. */
const PATIENCE_MS = 40_000;
const CHUNK_MS = 25;

/** Someone who talks to an agent over a real socket. */
export class Caller {
  readonly socket: WebSocket;
  readonly frames: Received[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #arrivals = new EventEmitter();
  #read = 0;

  constructor(url: string, options: { origin?: string; protocols?: string[] } = {}) {
    const { origin, protocols = ['convai'] } = options;
    this.socket = new WebSocket(url, protocols, origin === undefined ? {} : { origin });
    onTestFinished(() => this.socket.terminate());
    this.socket.addEventListener('message', ({ data }) => {
      this.frames.push(JSON.parse(typeof data === 'string' ? data : ''));
      this.#arrivals.emit('frame');
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    // A refused upgrade is seen by whoever awaits `open`.
    this.socket.on('error', () => undefined);
  }

  /** Opens a conversation and waits for its first frames. */
  static async talking(url: string, overrides?: object): Promise<Caller> {
    const caller = new Caller(url);
    await once(caller.socket, 'open');
    const override = overrides && { conversation_config_override: overrides };
    caller.send({ type: 'conversation_initiation_client_data', ...override });
    await caller.next('agent_response');
    return caller;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends a typed message. */
  type(text: string): void {
    this.send({ type: 'user_message', text });
  }

  /** Speaks in chunks of 25 ms, as fast as the socket takes them. */
  speak(samples: Int16Array): void {
    const chunk = samplesIn(CHUNK_MS);
    for (let at = 0; at < samples.length; at += chunk) {
      const bytes = bytesOf(samples.subarray(at, at + chunk));
      this.send({ user_audio_chunk: bytes.toString('base64') });
    }
  }

  /** The next frame of a type; those before it are passed over. */
  async next(type: string, patienceMs = PATIENCE_MS): Promise<Received> {
    const signal = AbortSignal.timeout(patienceMs);
    for (;;) {
      while (this.#read < this.frames.length) {
        const frame = this.frames[this.#read++];
        if (frame?.type === type) return frame;
      }
      await once(this.#arrivals, 'frame', { signal });
    }
  }

  /** Passes over all frames that have arrived. */
  skip(): void {
    this.#read = this.frames.length;
  }

  /** Waits for the agent's voice under one event id until that much of it has come. */
  async hear(eventId: number, ms: number): Promise<Int16Array> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (this.heard(eventId).length < samplesIn(ms)) {
      await once(this.#arrivals, 'frame', { signal });
    }
    return this.heard(eventId);
  }

  /** All audio received so far under one event id. */
  heard(eventId: number): Int16Array {
    const pieces = this.frames
      .flatMap(({ audio_event }) => audio_event ?? [])
      .filter(({ event_id }) => event_id === eventId)
      .map(({ audio_base_64 }) => Buffer.from(audio_base_64, 'base64'));
    return samplesOf(Buffer.concat(pieces));
  }
}

/** The samples of a committed sound, by its path below the repository. */
export function sound(path: string): Int16Array {
  return readWav(readFileSync(new URL(`../../${path}`, import.meta.url)));
}

/** Digital silence. */
export function silence(ms: number): Int16Array {
  return new Int16Array(samplesIn(ms));
}
