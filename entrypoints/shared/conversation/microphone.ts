import type { InputController } from '@11labs/client';
import type { AudioFormat } from '../../../core/audio/pcm.ts';
import { Meter } from './meter.ts';

/** Speech as it should be heard by an agent beside a loudspeaker. */
const VOICE: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Opens a microphone; rejects with getUserMedia's own error, and never leaves one open after an abort. */
async function openTrack(signal: AbortSignal, deviceId?: string): Promise<MediaStream> {
  const device = deviceId === undefined ? {} : { deviceId: { exact: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...VOICE, ...device } });
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) stop();
  signal.throwIfAborted();
  signal.addEventListener('abort', stop, { once: true });
  return stream;
}

/** The person's microphone: the input side of a conversation, as the SDK asks for it. */
export class Microphone implements InputController {
  readonly #context: AudioContext;
  readonly #input: GainNode;
  readonly #meter: Meter;
  readonly #signal: AbortSignal;
  readonly #lost: () => void;
  #stream: MediaStream | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #muted = false;

  /**
   * Opens the default microphone on a context.
   * @param lost called when the device goes away by itself
   */
  static async open(context: AudioContext, signal: AbortSignal, lost: () => void) {
    const microphone = new Microphone(context, signal, lost);
    await microphone.setDevice();
    return microphone;
  }

  private constructor(context: AudioContext, signal: AbortSignal, lost: () => void) {
    this.#context = context;
    this.#input = new GainNode(context);
    this.#meter = new Meter(this.#input);
    this.#signal = signal;
    this.#lost = lost;
  }

  /** Hands on what is said, in chunks of 25 ms in the given format. */
  listen({ format, sampleRate }: AudioFormat, heard: (chunk: Uint8Array) => void): void {
    const capture = new AudioWorkletNode(this.#context, 'capture', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { format, sampleRate },
    });
    capture.port.onmessage = ({ data }: MessageEvent<Uint8Array>) => heard(data);
    this.#input.connect(capture);
  }

  async setDevice(choice?: { inputDeviceId?: string }): Promise<void> {
    const stream = await openTrack(this.#signal, choice?.inputDeviceId);
    await this.close();
    this.#stream = stream;
    this.#source = new MediaStreamAudioSourceNode(this.#context, { mediaStream: stream });
    this.#source.connect(this.#input);
    await this.setMuted(this.#muted);
    stream.getAudioTracks()[0]?.addEventListener('ended', this.#lost, { signal: this.#signal });
  }

  async setMuted(muted: boolean): Promise<void> {
    this.#muted = muted;
    this.#stream?.getAudioTracks().forEach((track) => (track.enabled = !muted));
  }

  isMuted(): boolean {
    return this.#muted;
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
    this.#source?.disconnect();
    this.#stream?.getTracks().forEach((track) => track.stop());
  }
}
