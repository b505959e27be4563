import type { OutputController } from '@11labs/client';
import type { VoiceSessionSetupResult } from '@11labs/client/internal';
import { type AudioFormat, decode } from '../../../core/audio/pcm.ts';
import { Meter } from './meter.ts';
import type { PlaybackOrder } from './playback.worklet.ts';
import { workletNode } from './worklet-node.ts';

type PlaybackEvents = NonNullable<VoiceSessionSetupResult['playbackEventTarget']>;

/** The loudspeaker: the output side of a conversation, as the SDK asks for it. */
export class Speaker implements OutputController {
  readonly #context: AudioContext;
  readonly #volume: GainNode;
  readonly #meter: Meter;
  readonly #listeners = new Set<Parameters<PlaybackEvents['addListener']>[0]>();
  readonly #playback: AudioWorkletNode;

  /** @param context has the worklet; making its node takes its time, so it is done before the agent answers */
  constructor(context: AudioContext, signal: AbortSignal) {
    this.#context = context;
    this.#volume = new GainNode(context);
    this.#volume.connect(context.destination);
    this.#meter = new Meter(this.#volume);
    const options = { numberOfInputs: 0, outputChannelCount: [1] };
    this.#playback = workletNode(context, 'playback', options, signal);
    this.#playback.port.onmessage = (event) => this.#tell(event);
    this.#playback.connect(this.#volume);
  }

  /** Tells the SDK when an utterance begins and when it has been heard to its end. */
  readonly events: PlaybackEvents = {
    addListener: (listener) => this.#listeners.add(listener),
    removeListener: (listener) => this.#listeners.delete(listener),
  };

  /** Gets ready for the agent's format; what returns plays a chunk of its bytes. */
  attach({ format, sampleRate }: AudioFormat): (bytes: Uint8Array) => void {
    this.#order(sampleRate);
    return (bytes) => {
      const samples = decode(bytes, format);
      if (samples.length > 0) this.#order(samples);
      else this.skip();
    };
  }

  interrupt(): void {
    this.#order('interrupt');
  }

  /** A piece of audio is not to be heard; the SDK takes the agent for speaking until it learns that it is not. */
  skip(): void {
    const data = { type: 'process', finished: true } as const;
    queueMicrotask(() => this.#tell(new MessageEvent('message', { data })));
  }

  setVolume(volume: number): void {
    this.#volume.gain.value = volume;
  }

  async setDevice(choice?: { outputDeviceId?: string }): Promise<void> {
    await this.#context.setSinkId(choice?.outputDeviceId ?? '');
  }

  getVolume(): number {
    return this.#meter.volume();
  }

  getByteFrequencyData(buffer: Uint8Array<ArrayBuffer>): void {
    this.#meter.frequencies(buffer);
  }

  getAnalyser(): AnalyserNode {
    return this.#meter.analyser;
  }

  async close(): Promise<void> {
    this.#playback.disconnect();
  }

  #tell(event: Parameters<Parameters<PlaybackEvents['addListener']>[0]>[0]): void {
    for (const listener of this.#listeners) listener(event);
  }

  #order(order: PlaybackOrder): void {
    this.#playback.port.postMessage(order);
  }
}
