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
    const { targetInfos } = await this.#devTools.send('Target.getTargets', { filter: [{}] });
    const host = targetInfos.find(({ url }: { url: string }) => url.endsWith('/offscreen.html'));
    if (!host) return 0;
    const { targetId } = host;
    const attach = { targetId, flatten: true };
    const { sessionId } = await this.#devTools.send('Target.attachToTarget', attach);
    const counted = await count((method, params) => this.#devTools.send(method, params, sessionId));
    await this.#devTools.send('Target.detachFromTarget', { sessionId });
    return counted;
  }
}
