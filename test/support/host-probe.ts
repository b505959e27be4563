import type { connectDevTools } from '../../scripts/devtools.js';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** Where the probe keeps the microphone streams that the document has opened. */
const STREAMS = 'voiceCardsStreams';

/** Runs in the offscreen document: keeps every stream that was ever opened, so that none is overlooked. */
export function keepStreams(): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const streams: MediaStream[] = [];
  Reflect.set(globalThis, 'voiceCardsStreams', streams);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    streams.push(stream);
    return stream;
  };
}

/** Looks at what is alive in the offscreen document, from outside and without a hook in the product. */
export class HostProbe {
  readonly #devTools: DevTools;

  constructor(devTools: DevTools) {
    this.#devTools = devTools;
  }

  /** How many microphone tracks are live. */
  liveTracks(): Promise<number> {
    return this.#within(async (send) => {
      const tracks = `(globalThis.${STREAMS} ?? []).flatMap((stream) => stream.getTracks())`;
      const expression = `${tracks}.filter((track) => track.readyState === 'live').length`;
      return (await send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
    });
  }

  /** Lets the device of the microphone go away, as when it is unplugged. */
  async unplugMicrophone(): Promise<void> {
    const track = `globalThis.${STREAMS}.at(-1).getTracks()[0]`;
    const expression = `${track}.stop(); ${track}.dispatchEvent(new Event('ended')); 0`;
    await this.#within(async (send) => {
      await send('Runtime.evaluate', { expression });
      return 0;
    });
  }

  /** Takes the document's network away, and brings it back when the work is done. */
  async whileOffline(work: () => Promise<void>): Promise<void> {
    await this.#within(async (send) => {
      const offline = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
      await send('Network.enable');
      await send('Network.emulateNetworkConditions', offline);
      await work();
      return 0;
    });
  }

  /** How many sockets are connecting or open. */
  openSockets(): Promise<number> {
    return this.#count('WebSocket', 'readyState < 2');
  }

  /** How many audio contexts are not closed. */
  openContexts(): Promise<number> {
    return this.#count('AudioContext', "state !== 'closed'");
  }

  /** Counts the objects of a class that the document's heap holds and of which something is so. */
  #count(className: string, isSo: string): Promise<number> {
    return this.#within(async (send) => {
      const { result } = await send('Runtime.evaluate', { expression: `${className}.prototype` });
      const { objects } = await send('Runtime.queryObjects', {
        prototypeObjectId: result.objectId,
      });
      const isInstance = "!Object.hasOwn(one, 'constructor')";
      const counted = await send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: `function () { return this.filter((one) => ${isInstance} && one.${isSo}).length; }`,
        returnByValue: true,
      });
      return counted.result.value;
    });
  }

  /** Counts something in the document; without a document there is nothing to count. */
  async #within(count: (send: DevTools['send']) => Promise<number>): Promise<number> {
    const sessionId = await this.#attach();
    if (sessionId === null) return 0;
    const gone = this.#untilGone(sessionId);
    const counting = count((method, params) => this.#devTools.send(method, params, sessionId));
    const counted = await Promise.race([counting, gone.then(() => 0)]);
    // A document that is gone has let go of us already.
    await this.#devTools.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    return counted;
  }

  async #attach(): Promise<string | null> {
    const { targetInfos } = await this.#devTools.send('Target.getTargets', { filter: [{}] });
    const host = targetInfos.find(({ url }: { url: string }) => url.endsWith('/offscreen.html'));
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
