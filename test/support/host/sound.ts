import { vi } from 'vitest';
import { Devices } from './devices.ts';
import { FakeWorkletNode, SAMPLE_RATE, loadProcessors, renderNow } from './worklets.ts';

/** Every context that was made. */
let made: FakeContext[] = [];

/** What loading worklets waits for. */
const worklets: { load: Promise<unknown> } = { load: Promise.resolve() };

/** A context: it renders while it runs, and nothing once it is closed. */
class FakeContext {
  readonly sampleRate = SAMPLE_RATE;
  readonly destination = {};
  readonly audioWorklet = { addModule: () => worklets.load.then(loadProcessors) };
  readonly nodes = new Set<FakeWorkletNode>();
  state: 'suspended' | 'running' | 'closed' = 'running';
  readonly #stop = renderNow(this);

  constructor() {
    made.push(this);
  }

  async resume(): Promise<void> {
    await this.#become('running');
  }

  async suspend(): Promise<void> {
    await this.#become('suspended');
  }

  async close(): Promise<void> {
    // By now it would have rendered its last block: the clock was set ahead.
    if (this.state === 'running') for (const node of this.nodes) node.render();
    await this.#become('closed');
    this.#stop();
  }

  async setSinkId(id: string): Promise<void> {
    if (id !== '') throw new DOMException('no such loudspeaker', 'NotFoundError');
  }

  async #become(next: FakeContext['state']): Promise<void> {
    if (this.state === 'closed') throw new DOMException('it is closed', 'InvalidStateError');
    this.state = next;
  }
}

/** A node that does nothing by itself. */
class FakeNode {
  readonly context: unknown;
  readonly gain = { value: 1 };

  constructor(context: unknown) {
    this.context = context;
  }

  connect(): void {}
  disconnect(): void {}
}

class FakeAnalyser extends FakeNode {
  readonly fftSize = 2_048;
  readonly frequencyBinCount = 1_024;

  getByteFrequencyData(bins: Uint8Array): void {
    bins.fill(0);
  }
}

/** What is alive of a computer's sound. */
export interface SoundCount {
  readonly running: number;
  /** Nodes whose processors go on: a browser never lets go of those. */
  readonly processors: number;
}

/** Gives this process the Web Audio of a browser, and microphones, as far as the product uses them. */
export function installSound() {
  const devices = new Devices();
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('AudioWorkletNode', FakeWorkletNode);
  vi.stubGlobal('GainNode', FakeNode);
  vi.stubGlobal('AnalyserNode', FakeAnalyser);
  vi.stubGlobal('MediaStreamAudioSourceNode', FakeNode);
  const { locks } = navigator;
  vi.stubGlobal('navigator', {
    locks,
    mediaDevices: { getUserMedia: devices.open.bind(devices) },
    permissions: { query: devices.query.bind(devices) },
  });
  const count = (): SoundCount => ({
    running: made.filter(({ state }) => state === 'running').length,
    processors: made.reduce((sum, { nodes }) => sum + nodes.size, 0),
  });
  /** Forgets contexts that are closed, and whatever goes on in them. */
  const forget = () => {
    made = made.filter(({ state }) => state !== 'closed');
  };
  return { devices, worklets, count, forget };
}
