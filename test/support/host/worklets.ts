import { vi } from 'vitest';

/** Samples that a browser renders at a time, and how often we do, in milliseconds. */
const BLOCK = 128;
const EVERY_MS = 20;
export const SAMPLE_RATE = 48_000;
const BLOCKS = Math.floor((SAMPLE_RATE * EVERY_MS) / 1_000 / BLOCK);

type Heard = ((event: { readonly data: unknown }) => void) | null;

/** One end of the line between a node and its processor; what goes over it is copied, and arrives later. */
class Port {
  onmessage: Heard = null;
  other: Port | null = null;

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => this.other?.onmessage?.({ data }));
  }
}

interface Processor {
  process(inputs: readonly Float32Array[][], outputs: readonly Float32Array[][]): boolean;
}

const processors = new Map<string, new () => Processor>();
/** The port that the processor finds which is being made, as in a browser. */
let nextPort = new Port();

/** Loads the product's own processors, as a browser does in a realm of their own. */
export async function loadProcessors(): Promise<void> {
  vi.stubGlobal('sampleRate', SAMPLE_RATE);
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      readonly port = nextPort;
    },
  );
  vi.stubGlobal('registerProcessor', (name: string, made: new () => Processor) =>
    processors.set(name, made),
  );
  await import('../../../entrypoints/shared/conversation/sound.worklet.ts');
}

/** Something that can be heard through nodes, as long as its context runs. */
export interface Rendering {
  readonly state: string;
  readonly nodes: Set<FakeWorkletNode>;
}

/** A node with the product's own processor behind it. */
export class FakeWorkletNode {
  readonly context: Rendering;
  readonly port = new Port();
  readonly #processor: Processor;

  constructor(context: Rendering, name: string) {
    this.context = context;
    const Made = processors.get(name);
    if (!Made) throw new DOMException(`no processor is called ${name}`, 'InvalidStateError');
    nextPort = new Port();
    nextPort.other = this.port;
    this.port.other = nextPort;
    this.#processor = new Made();
    context.nodes.add(this);
  }

  connect(): void {}
  disconnect(): void {}

  /** Renders one block; one that has no more to do is let go. */
  render(): void {
    const goesOn = this.#processor.process([[]], [[new Float32Array(BLOCK)]]);
    if (!goesOn) this.context.nodes.delete(this);
  }
}

/** Renders a context while it runs, in time with the clock; returns how to stop that. */
export function renderNow(context: Rendering): () => void {
  const timer = setInterval(() => {
    if (context.state !== 'running') return;
    for (let i = 0; i < BLOCKS; i++) for (const node of context.nodes) node.render();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
