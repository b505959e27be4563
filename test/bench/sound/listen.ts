/** A block of sound on its way to the speaker. */
export interface Block {
  /** When it was rendered, in milliseconds since the epoch. */
  readonly at: number;
  /** Its place in the stream, in samples, and how many of those there are in a second. */
  readonly frame: number;
  readonly rate: number;
  /** The loudest sample, from 0 to 1. */
  readonly peak: number;
}

/** What a document notes; moments in milliseconds since the epoch. */
export interface Noted {
  /** Frames of the protocol that came in. */
  readonly frames: readonly { readonly type: string; readonly at: number }[];
  readonly blocks: readonly Block[];
  /** When each microphone was let go. */
  readonly released: readonly number[];
}

/** The worklet that listens, which the document finds under this path. */
export const TAP_PATH = '/bench-tap.js';
export const TAP = `
  registerProcessor('bench-tap', class extends AudioWorkletProcessor {
    process([input]) {
      let peak = 0;
      for (const sample of input[0] ?? []) peak = Math.max(peak, Math.abs(sample));
      this.port.postMessage({ at: Date.now(), frame: currentFrame, rate: sampleRate, peak });
      return true;
    }
  });`;

/** Runs in a document before its own scripts, and keeps what it notes under the name \`noted\`. */
export function listenIn(): void {
  const noted: Record<keyof Noted, unknown[]> = { frames: [], blocks: [], released: [] };
  Reflect.set(globalThis, 'noted', noted);
  const now = () => performance.timeOrigin + performance.now();

  const Socket = WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const [, type] = /"type":\s*"(\w+)"/.exec(String(data)) ?? [];
        noted.frames.push({ type, at: now() });
      });
    }
  };

  const stop = MediaStreamTrack.prototype.stop;
  MediaStreamTrack.prototype.stop = function () {
    if (this.kind === 'audio' && this.readyState === 'live') noted.released.push(now());
    Reflect.apply(stop, this, []);
  };

  const connect = AudioNode.prototype.connect;
  const taps = new WeakMap<BaseAudioContext, Promise<AudioNode>>();
  /** Those that are heard; others take in the microphone. */
  const heard = new WeakSet<BaseAudioContext>();
  const openTap = async (context: BaseAudioContext) => {
    await context.audioWorklet.addModule('/bench-tap.js');
    const tap = new AudioWorkletNode(context, 'bench-tap');
    tap.port.onmessage = ({ data }) => heard.has(context) && noted.blocks.push(data);
    // Silent, and connected, since a node is not asked for anything otherwise.
    Reflect.apply(connect, tap, [context.destination]);
    return tap;
  };
  const Context = AudioContext;
  globalThis.AudioContext = class extends Context {
    constructor(...args: ConstructorParameters<typeof AudioContext>) {
      super(...args);
      taps.set(this, openTap(this));
    }
  };
  const connectAndTap = function (this: AudioNode, ...to: unknown[]) {
    const [target] = to;
    const isOut =
      target instanceof AudioDestinationNode || target instanceof MediaStreamAudioDestinationNode;
    if (isOut) {
      heard.add(this.context);
      void taps.get(this.context)?.then((tap) => Reflect.apply(connect, this, [tap]));
    }
    return Reflect.apply(connect, this, to);
  };
  Reflect.set(AudioNode.prototype, 'connect', connectAndTap);
}
