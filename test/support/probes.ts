// Each of these runs in the offscreen document before its own scripts, and notes there what HostProbe reads.

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

/** Runs in the offscreen document: keeps its sockets that are not closing, and counts how many there ever were at once. */
export function keepSockets(): void {
  const Native = WebSocket;
  const held: WebSocket[] = [];
  let most = 0;
  Reflect.set(globalThis, 'voiceCardsSockets', held);
  globalThis.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      const others = held.filter(({ readyState }) => readyState < Native.CLOSING);
      held.splice(0, held.length, ...others, this);
      most = Math.max(most, held.length);
      Reflect.set(globalThis, 'voiceCardsMostSockets', most);
    }
  };
}

/** Runs in the offscreen document: keeps its audio contexts until they are closed. */
export function keepContexts(): void {
  const held: AudioContext[] = [];
  Reflect.set(globalThis, 'voiceCardsContexts', held);
  globalThis.AudioContext = class extends AudioContext {
    constructor(...args: ConstructorParameters<typeof AudioContext>) {
      super(...args);
      held.push(this);
      this.addEventListener('statechange', () => {
        if (this.state === 'closed') held.splice(held.indexOf(this), 1);
      });
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
      try {
        act();
      } catch (error) {
        reportError(error);
      }
    }
    return due.length;
  });
}
