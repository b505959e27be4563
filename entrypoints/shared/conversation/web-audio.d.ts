/** Web Audio that the DOM library does not know: the scope of worklets (API 1.1, section 1.32). */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}

/** Samples a second of the context. */
declare const sampleRate: number;

declare function registerProcessor(
  name: string,
  processor: new (options: never) => AudioWorkletProcessor,
): void;

interface AudioContext {
  /** Web Audio API 1.1; TypeScript's DOM library does not have it yet. */
  setSinkId(sinkId: string): Promise<void>;
}
