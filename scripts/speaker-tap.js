import { Tape } from './tape.js';

/** @typedef {Awaited<ReturnType<typeof import('./devtools.js').connectDevTools>>} DevTools */

/**
 * @typedef {object} Watching
 * @property {(() => void)[]} probes run in each document before its own scripts
 * @property {boolean} listens whether what it plays is recorded
 */

const BINDING = 'voiceCardsSpeakerTap';

/**
 * Records what extension documents that are no page (the offscreen document) send to the speaker.
 * Each new document, or new AudioContext that reaches the speaker, starts a new recording.
 * @param {DevTools} devTools
 * @param {Watching} watching
 */
export async function installSpeakerTap(devTools, watching) {
  const tape = new Tape();
  devTools.events.on(
    'Target.attachedToTarget',
    async ({ sessionId, waitingForDebugger }, parent) => {
      // Whom somebody else attached to is theirs to watch; only a new document waits for us.
      if (!parent && waitingForDebugger) await tapDocument(devTools, sessionId, watching);
    },
  );
  devTools.events.on('Runtime.bindingCalled', ({ name, payload }, sessionId) => {
    if (name === BINDING) tape.add(sessionId, JSON.parse(payload));
  });
  devTools.events.on('closed', () => tape.end());
  await devTools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    // An offscreen document is born as "other" and becomes a "background_page" with its address.
    filter: [{ type: 'other' }, { type: 'background_page' }, { exclude: true }],
  });
  return tape;
}

/**
 * @param {DevTools} devTools
 * @param {string} sessionId
 * @param {Watching} watching
 */
async function tapDocument(devTools, sessionId, { probes, listens }) {
  const tap = `(${tapDestination.toString()})(${JSON.stringify(BINDING)})`;
  const all = [...(listens ? [tap] : []), ...probes.map((probe) => `(${probe.toString()})()`)];
  const source = all.join(';\n');
  await Promise.allSettled([
    devTools.send('Page.enable', {}, sessionId),
    devTools.send('Runtime.enable', {}, sessionId),
    devTools.send('Runtime.addBinding', { name: BINDING }, sessionId),
    devTools.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId),
    devTools.send('Runtime.runIfWaitingForDebugger', {}, sessionId),
  ]);
}

/**
 * Runs in the tapped document before its scripts: whatever is connected to the speaker goes to us as well.
 * @param {string} binding
 */
function tapDestination(binding) {
  /** @type {(json: string) => void} */
  const report = Reflect.get(globalThis, binding);
  // Handed in by the browser; a frame that lacks it is no document of ours.
  if (!report) return;
  const connect = AudioNode.prototype.connect;
  /** @type {WeakMap<BaseAudioContext, ScriptProcessorNode>} */
  const taps = new WeakMap();
  let count = 0;

  /** @param {BaseAudioContext} context */
  function createTap(context) {
    // Deprecated, but the one recorder that a strict CSP allows without a file in the product.
    const tap = context.createScriptProcessor(4096, 1, 1);
    const number = count++;
    tap.onaudioprocess = ({ inputBuffer }) => {
      const bytes = new Uint8Array(inputBuffer.getChannelData(0).slice().buffer);
      const samples = btoa(String.fromCharCode(...bytes));
      report(JSON.stringify({ context: number, sampleRate: context.sampleRate, samples }));
    };
    Reflect.apply(connect, tap, [context.destination]);
    taps.set(context, tap);
    return tap;
  }

  /** @type {(this: AudioNode, ...to: any[]) => AudioNode | void} */
  const connectAndTap = function (...to) {
    if (to[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      Reflect.apply(connect, this, [taps.get(this.context) ?? createTap(this.context)]);
    }
    return Reflect.apply(connect, this, to);
  };
  Reflect.set(AudioNode.prototype, 'connect', connectAndTap);
}
