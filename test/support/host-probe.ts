import type { connectDevTools } from '../../scripts/devtools.js';
import { until } from './until.ts';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** A network that does not slow anything down, as DevTools have it. */
const AT_ANY_SPEED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** What the probe holds of a document while it counts; it must not keep alive what it counts. */
const COUNTED = 'voiceCardsCounted';

/** Where the probe keeps the microphone streams that the document has opened. */
const STREAMS = 'voiceCardsStreams';

/** What DevTools tells of anything that they can attach to. */
interface Target {
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string };
}

/** A document that there is. */
interface HostDocument {
  readonly targetId: string;
  /** Resolves when it goes: from then on it answers nothing that it was asked. */
  readonly gone: Promise<void>;
  readonly end: () => void;
  /** The session in which it is looked into, as soon as it is. */
  session?: Promise<string | null>;
}

/** Looks at what is alive in the offscreen document, from outside and without a hook in the product. */
export class HostProbe {
  readonly #devTools: DevTools;
  /** The documents that there are, by their targets. */
  readonly #documents = new Map<string, HostDocument>();
  #mostDocuments = 0;

  static async of(devTools: DevTools): Promise<HostProbe> {
    const probe = new HostProbe(devTools);
    await devTools.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
    return probe;
  }

  private constructor(devTools: DevTools) {
    this.#devTools = devTools;
    const over = new Set<string>();
    const note = ({ targetInfo: { targetId, type, url } }: Target) => {
      if (!url.endsWith('/offscreen.html') || type === 'tab') return;
      if (over.has(targetId) || this.#documents.has(targetId)) return;
      const { promise: gone, resolve: end } = Promise.withResolvers<void>();
      this.#documents.set(targetId, { targetId, gone, end });
      this.#mostDocuments = Math.max(this.#mostDocuments, this.#documents.size);
    };
    // DevTools may have news of a document that is gone already; one that takes its place may have its name.
    devTools.events.on('Target.targetInfoChanged', note).on('Target.targetCreated', (target) => {
      over.delete(target.targetInfo.targetId);
      note(target);
    });
    const forget = ({ targetId }: { targetId: string }) => {
      over.add(targetId);
      this.#documents.get(targetId)?.end();
      this.#documents.delete(targetId);
    };
    devTools.events.on('Target.targetDestroyed', forget).on('Target.targetCrashed', forget);
  }

  /** How many such documents there ever were at once. */
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
    await until(() => this.#evaluate(0, ring), `timers of ${least} to ${most} ms`).not.toBe(0);
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
      await send('Network.enable');
      await send('Network.emulateNetworkConditions', { ...AT_ANY_SPEED, offline: true });
      await work();
      await send('Network.emulateNetworkConditions', { ...AT_ANY_SPEED, offline: false });
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
    return this.#evaluate(
      0,
      '(globalThis.voiceCardsSockets ?? []).filter((one) => one.readyState < 2).length',
    );
  }

  /** How many audio contexts run, so that they could play something. */
  runningContexts(): Promise<number> {
    return this.#evaluate(
      0,
      "(globalThis.voiceCardsContexts ?? []).filter((one) => one.state === 'running').length",
    );
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
      const objectGroup = COUNTED;
      const expression = `${className}.prototype`;
      const { result } = await send('Runtime.evaluate', { expression, objectGroup });
      const prototypeObjectId = result.objectId;
      const { objects } = await send('Runtime.queryObjects', { prototypeObjectId, objectGroup });
      const isInstance = "!Object.hasOwn(one, 'constructor')";
      const counted = await send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: `function () { return this.filter((one) => ${isInstance} && ${isSo}).length; }`,
        returnByValue: true,
      });
      await send('Runtime.releaseObjectGroup', { objectGroup });
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
    const [document] = this.#documents.values();
    if (!document) return nothing;
    const looking = this.#sessionOf(document).then((sessionId) => {
      if (sessionId === null) return nothing;
      return look((method, params) => this.#devTools.send(method, params, sessionId));
    });
    return Promise.race([looking, document.gone.then(() => nothing)]);
  }

  /** Attaches to a document, once for all looks; null where it cannot be attached to, or not yet. */
  #sessionOf(document: HostDocument): Promise<string | null> {
    const { targetId } = document;
    const attach = async () => {
      try {
        const how = { targetId, flatten: true };
        const { sessionId } = await this.#devTools.send('Target.attachToTarget', how);
        return sessionId;
      } catch {
        delete document.session;
        return null;
      }
    };
    document.session ??= attach();
    return document.session;
  }
}
