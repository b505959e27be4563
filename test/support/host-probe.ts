import { setTimeout as wait } from 'node:timers/promises';
import type { connectDevTools } from '../../scripts/devtools.js';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** Between two looks at what comes soon, in milliseconds. */
const LOOK_MS = 20;

/** Where the probe keeps the microphone streams that the document has opened. */
const STREAMS = 'voiceCardsStreams';

/** Runs in the offscreen document: keeps every stream until it is over, so that none is overlooked. */
export function keepStreams(): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const streams: MediaStream[] = [];
  Reflect.set(globalThis, 'voiceCardsStreams', streams);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    const isOver = (one: MediaStream) => one.getTracks().every((t) => t.readyState === 'ended');
    streams.splice(0, streams.length, ...streams.filter((one) => !isOver(one)), stream);
    return stream;
  };
}

/** Runs in the offscreen document: counts how many sockets it ever held at once; one that is closing is let go. */
export function countSockets(): void {
  const Native = WebSocket;
  let held: WebSocket[] = [];
  let most = 0;
  globalThis.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      held = [...held.filter(({ readyState }) => readyState < Native.CLOSING), this];
      most = Math.max(most, held.length);
      Reflect.set(globalThis, 'voiceCardsMostSockets', most);
    }
  };
}

/** Runs in the offscreen document: keeps its deadlines, so that they can go off before their time. */
export function keepDeadlines(): void {
  const [set, clear] = [setTimeout, clearTimeout];
  const waiting = new Map<unknown, { readonly ms: number; readonly act: () => void }>();
  Reflect.set(
    globalThis,
    'setTimeout',
    (run: (...all: unknown[]) => void, ms = 0, ...given: []) => {
      if (ms < 1_000) return set(run, ms, ...given);
      const act = () => run(...given);
      const id = set(() => {
        waiting.delete(id);
        act();
      }, ms);
      waiting.set(id, { ms, act });
      return id;
    },
  );
  globalThis.clearTimeout = (id) => {
    waiting.delete(id);
    clear(id);
  };
  AbortSignal.timeout = (ms) => {
    const deadline = new AbortController();
    setTimeout(() => deadline.abort(new DOMException('Too late.', 'TimeoutError')), ms);
    return deadline.signal;
  };
  Reflect.set(globalThis, 'voiceCardsRing', (least: number, most: number) => {
    const due = [...waiting].filter(([, { ms }]) => ms >= least && ms <= most);
    for (const [id, { act }] of due) {
      clearTimeout(Number(id));
      act();
    }
    return due.length;
  });
}

/** Looks at what is alive in the offscreen document, from outside and without a hook in the product. */
export class HostProbe {
  readonly #devTools: DevTools;
  #mostDocuments = 0;

  constructor(devTools: DevTools) {
    this.#devTools = devTools;
  }

  /** How many such documents were ever seen at once. */
  get mostDocuments(): number {
    return this.#mostDocuments;
  }

  /** How many microphone tracks are live. */
  async liveTracks(): Promise<number> {
    return (await this.microphones()).length;
  }

  /** The names of the microphones that are live, one for each track. */
  microphones(): Promise<string[]> {
    const tracks = `(globalThis.${STREAMS} ?? []).flatMap((stream) => stream.getTracks())`;
    const live = `${tracks}.filter((track) => track.readyState === 'live')`;
    return this.#evaluate<string[]>([], `${live}.map((track) => track.label)`);
  }

  /** Lets the device of the microphone go away, as when it is unplugged. */
  async unplugMicrophone(): Promise<void> {
    const track = `globalThis.${STREAMS}.at(-1).getTracks()[0]`;
    await this.#evaluate(0, `${track}.stop(); ${track}.dispatchEvent(new Event('ended')); 0`);
  }

  /** Lets the browser refuse every microphone by this error. */
  async refuseMicrophone(name: string): Promise<void> {
    const refuse = `Promise.reject(new DOMException('', '${name}'))`;
    await this.#evaluate(0, `navigator.mediaDevices.getUserMedia = () => ${refuse}; 0`);
  }

  /**
   * Waits until the document has set a timer of this length, or of one up to another length, and has it go off at
   * once; in milliseconds, a second at least.
   */
  async rings(least: number, most = least): Promise<void> {
    const ring = `globalThis.voiceCardsRing?.(${least}, ${most}) ?? 0`;
    while ((await this.#evaluate(0, ring)) === 0) await wait(LOOK_MS);
  }

  /** Lets the document crash. */
  async crash(): Promise<void> {
    await this.#within(undefined, async (send) => {
      await send('Page.crash');
    });
  }

  /** Takes the document's network away, and brings it back when the work is done. */
  async whileOffline(work: () => Promise<void>): Promise<void> {
    await this.#within(0, async (send) => {
      const offline = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
      await send('Network.enable');
      await send('Network.emulateNetworkConditions', offline);
      await work();
      return 0;
    });
  }

  /** How many sockets were ever held at once. */
  mostSockets(): Promise<number> {
    return this.#evaluate(0, 'globalThis.voiceCardsMostSockets ?? 0');
  }

  /** What an expression comes to in the document, once it is there; null without a document. */
  run<T>(expression: string): Promise<T | null> {
    return this.#within<T | null>(null, async (send) => {
      const how = { expression, awaitPromise: true, returnByValue: true };
      return (await send('Runtime.evaluate', how)).result.value;
    });
  }

  /** How many sockets are connecting or open. */
  openSockets(): Promise<number> {
    return this.#count('WebSocket', 'one.readyState < 2');
  }

  /** How many audio contexts run, so that they could play something. */
  runningContexts(): Promise<number> {
    return this.#count('AudioContext', "one.state === 'running'");
  }

  /** How many audio contexts there are, those among them that are closed and not let go. */
  contexts(): Promise<number> {
    return this.#count('AudioContext', 'true');
  }

  /** How many audio contexts play on the device with this id. */
  playingOn(deviceId: string): Promise<number> {
    return this.#count('AudioContext', `one.state !== 'closed' && one.sinkId === '${deviceId}'`);
  }

  /** How many audio nodes make what passes through them this loud. */
  asLoudAs(volume: number): Promise<number> {
    const isLoud = `one.gain.value === Math.fround(${volume})`;
    return this.#count('GainNode', `one.context.state !== 'closed' && ${isLoud}`);
  }

  /** The value of an expression in the document; without a document, nothing. */
  read<T>(nothing: T, expression: string): Promise<T> {
    return this.#evaluate(nothing, expression);
  }

  /** Counts the objects of a class that the document's heap holds and of which something is so. */
  #count(className: string, isSo: string): Promise<number> {
    return this.#within(0, async (send) => {
      const { result } = await send('Runtime.evaluate', { expression: `${className}.prototype` });
      const { objects } = await send('Runtime.queryObjects', {
        prototypeObjectId: result.objectId,
      });
      const isInstance = "!Object.hasOwn(one, 'constructor')";
      const counted = await send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: `function () { return this.filter((one) => ${isInstance} && ${isSo}).length; }`,
        returnByValue: true,
      });
      return counted.result.value;
    });
  }

  #evaluate<T>(nothing: T, expression: string): Promise<T> {
    return this.#within(nothing, async (send) => {
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
      return result.value;
    });
  }

  /** Looks into the document; without a document there is nothing to see. */
  async #within<T>(nothing: T, look: (send: DevTools['send']) => Promise<T>): Promise<T> {
    const sessionId = await this.#attach();
    if (sessionId === null) return nothing;
    const gone = this.#untilGone(sessionId);
    const looking = look((method, params) => this.#devTools.send(method, params, sessionId));
    const seen = await Promise.race([looking, gone.then(() => nothing)]);
    // A document that is gone has let go of us already.
    await this.#devTools.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    return seen;
  }

  async #attach(): Promise<string | null> {
    const { targetInfos } = await this.#devTools.send('Target.getTargets', { filter: [{}] });
    const hosts = targetInfos.filter(
      ({ url, type }: { url: string; type: string }) =>
        url.endsWith('/offscreen.html') && type !== 'tab',
    );
    this.#mostDocuments = Math.max(this.#mostDocuments, hosts.length);
    const [host] = hosts;
    if (!host) return null;
    const attach = { targetId: host.targetId, flatten: true };
    const attached = this.#devTools.send('Target.attachToTarget', attach);
    // It may have gone since.
    return attached.then(({ sessionId }) => sessionId).catch(() => null);
  }

  /** Resolves when the document goes: a crashed one never answers what it was asked. */
  #untilGone(session: string): Promise<void> {
    const { events } = this.#devTools;
    return new Promise((resolve) => {
      const listen = ({ sessionId }: { sessionId: string }) => {
        if (sessionId !== session) return;
        events.off('Target.detachedFromTarget', listen);
        resolve();
      };
      events.on('Target.detachedFromTarget', listen);
    });
  }
}
