import type { connectDevTools } from '../../scripts/devtools.js';
import { expect } from 'playwright/test';
import { type Ask, HostDocuments, HostGone } from './host-documents.ts';
import { until } from './until.ts';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** A network that does not slow anything down, as DevTools have it. */
const AT_ANY_SPEED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** What the probe holds of a document while it counts; it must not keep alive what it counts. */
const COUNTED = 'voiceCardsCounted';

/** Where the probe keeps the microphone streams that the document has opened. */
const STREAMS = 'voiceCardsStreams';
const TRACKS = `(globalThis.${STREAMS} ?? []).flatMap((stream) => stream.getTracks())`;
const LIVE = `${TRACKS}.filter((track) => track.readyState === 'live')`;

/** Looks at what is alive in the offscreen document, from outside and without a hook in the product. */
export class HostProbe {
  readonly #documents: HostDocuments;

  static async of(devTools: DevTools): Promise<HostProbe> {
    return new HostProbe(await HostDocuments.of(devTools));
  }

  private constructor(documents: HostDocuments) {
    this.#documents = documents;
  }

  /** How many such documents there ever were at once. */
  mostDocuments(): Promise<number> {
    return this.#documents.most();
  }

  /** How many microphone tracks are live. */
  async liveTracks(): Promise<number> {
    return (await this.microphones()).length;
  }

  /** How many of them let through what is said: a muted one is live and gives silence. */
  hearingTracks(): Promise<number> {
    return this.#evaluate(0, `${LIVE}.filter((track) => track.enabled).length`);
  }

  /** The names of the microphones that are live, one for each track. */
  microphones(): Promise<string[]> {
    return this.#evaluate<string[]>([], `${LIVE}.map((track) => track.label)`);
  }

  /** Lets the device of the microphone go away, as when it is unplugged. */
  async unplugMicrophone(): Promise<void> {
    const track = `globalThis.${STREAMS}.at(-1).getTracks()[0]`;
    await this.#act(`${track}.stop(); ${track}.dispatchEvent(new Event('ended'))`);
  }

  /** Lets the browser refuse every microphone by this error. */
  async refuseMicrophone(name: string): Promise<void> {
    const refuse = `Promise.reject(new DOMException('', '${name}'))`;
    await this.#act(`navigator.mediaDevices.getUserMedia = () => ${refuse}`);
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
    const ask = await this.#documents.waitedFor();
    await expect(ask('Page.crash')).rejects.toThrow(HostGone);
  }

  /** Takes the document's network away, and brings it back when the work is done. */
  async whileOffline(work: () => Promise<void>): Promise<void> {
    const ask = await this.#documents.waitedFor();
    await ask('Network.enable');
    await ask('Network.emulateNetworkConditions', { ...AT_ANY_SPEED, offline: true });
    await work();
    await ask('Network.emulateNetworkConditions', { ...AT_ANY_SPEED, offline: false });
  }

  /** How many sockets were ever held at once. */
  mostSockets(): Promise<number> {
    return this.#evaluate(0, 'globalThis.voiceCardsMostSockets ?? 0');
  }

  /** What an expression comes to in the document; null without a document. */
  run<T>(expression: string): Promise<T | null> {
    return this.#evaluate<T | null>(null, expression);
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
    return this.#within(0, async (ask) => {
      const objectGroup = COUNTED;
      const expression = `${className}.prototype`;
      const { result } = await ask('Runtime.evaluate', { expression, objectGroup });
      const prototypeObjectId = result.objectId;
      const { objects } = await ask('Runtime.queryObjects', { prototypeObjectId, objectGroup });
      const isInstance = "!Object.hasOwn(one, 'constructor')";
      const counted = await ask('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: `function () { return this.filter((one) => ${isInstance} && ${isSo}).length; }`,
        returnByValue: true,
      });
      await ask('Runtime.releaseObjectGroup', { objectGroup });
      return counted.result.value;
    });
  }

  #evaluate<T>(nothing: T, expression: string): Promise<T> {
    return this.#within<T>(nothing, (ask) => valueOf(ask, expression));
  }

  /** Runs a statement in the document, which must be there. */
  async #act(statement: string): Promise<void> {
    await valueOf(await this.#documents.waitedFor(), `${statement}; 0`);
  }

  /** Looks into the document; without a document there is nothing to see. */
  async #within<T>(nothing: T, look: (ask: Ask) => Promise<T>): Promise<T> {
    const ask = await this.#documents.attached();
    if (ask === null) return nothing;
    return look(ask).catch((error: unknown) => {
      if (error instanceof HostGone) return nothing;
      throw error;
    });
  }
}

/** What an expression comes to, or resolves with; throws what it throws. */
async function valueOf(ask: Ask, expression: string) {
  const how = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await ask('Runtime.evaluate', how);
  if (exceptionDetails) throw new Error(`${expression}: ${result.description}`);
  return result.value;
}
