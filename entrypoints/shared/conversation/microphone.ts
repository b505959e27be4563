import type { InputController } from '@11labs/client';
import type { AudioFormat } from '../../../core/audio/pcm.ts';
import { type Failure, failure } from '../../../core/failure.ts';
import { Meter } from './meter.ts';
import { workletNode } from './worklet-node.ts';

/** Speech as it should be heard by an agent beside a loudspeaker. */
const VOICE: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** How long a muted microphone stays open, so that unmuting is immediate, in milliseconds. */
const RELEASE_MS = 30_000;

/** What becomes of the device by itself. */
export interface DeviceNews {
  /** It went away, and nothing took its place. */
  readonly lost: (why: Failure) => void;
  /** It went away, and the default one took its place. */
  readonly replaced: () => void;
}

/** Opens a microphone; rejects with getUserMedia's own error, and never leaves one open after an abort. */
async function openTrack(signal: AbortSignal, deviceId: string): Promise<MediaStream> {
  const device = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
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
  readonly #news: DeviceNews;
  #capture: AudioWorkletNode | null = null;
  #stream: MediaStream | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #deviceId = '';
  #muted = false;
  #release: ReturnType<typeof setTimeout> | undefined;
  #wasReplaced = false;

  /**
   * Opens a microphone on a context: the one with this id, or the default one where that is gone.
   * @param deviceId empty for the default one
   */
  static async open(
    context: AudioContext,
    deviceId: string,
    signal: AbortSignal,
    news: DeviceNews,
  ): Promise<Microphone> {
    const microphone = new Microphone(context, signal, news);
    await microphone.setDevice({ inputDeviceId: deviceId }).catch((error) => {
      if (deviceId === '' || !isMissing(error)) throw error;
      return microphone.setDevice();
    });
    return microphone;
  }

  private constructor(context: AudioContext, signal: AbortSignal, news: DeviceNews) {
    this.#context = context;
    this.#input = new GainNode(context);
    this.#meter = new Meter(this.#input);
    this.#signal = signal;
    this.#news = news;
    signal.addEventListener('abort', () => clearTimeout(this.#release));
  }

  /** Takes in what is said, once its worklet is loaded; making a node takes its time, so it is done before the agent answers. */
  takeIn(): void {
    const options = { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' } as const;
    this.#capture = workletNode(this.#context, 'capture', options, this.#signal);
    this.#input.connect(this.#capture);
  }

  /** Hands on what is said from now on, in chunks of 25 ms in the given format. */
  listen(format: AudioFormat, heard: (chunk: Uint8Array) => void): void {
    const { port } = this.#capture ?? {};
    if (!port) return;
    port.onmessage = ({ data }: MessageEvent<Uint8Array>) => heard(data);
    port.postMessage(format);
  }

  /** Goes on with another device; the one there is stays where that cannot be had. */
  async setDevice(choice?: { inputDeviceId?: string }): Promise<void> {
    const deviceId = choice?.inputDeviceId ?? '';
    // Let go while muted: it is opened when it is needed.
    const isLetGo = this.#muted && this.#stream === null;
    if (!isLetGo) await this.#open(deviceId);
    this.#deviceId = deviceId;
  }

  /** Mutes at once; a microphone that stays muted is let go after a while, and opened again for unmuting. */
  async setMuted(muted: boolean): Promise<void> {
    clearTimeout(this.#release);
    if (!muted && this.#stream === null) await this.#open(this.#deviceId);
    this.#muted = muted;
    this.#enable();
    if (muted) this.#release = setTimeout(() => void this.close(), RELEASE_MS);
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
    this.#source = null;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
  }

  async #open(deviceId: string): Promise<void> {
    const stream = await openTrack(this.#signal, deviceId);
    await this.close();
    this.#stream = stream;
    this.#source = new MediaStreamAudioSourceNode(this.#context, { mediaStream: stream });
    this.#source.connect(this.#input);
    this.#enable();
    const ended = () => {
      if (stream === this.#stream) void this.#replace();
    };
    stream.getAudioTracks()[0]?.addEventListener('ended', ended, { signal: this.#signal });
  }

  #enable(): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) track.enabled = !this.#muted;
  }

  /** The device went away: goes on with the default one, once. */
  async #replace(): Promise<void> {
    try {
      if (this.#wasReplaced) throw new DOMException('It went away again.', 'NotFoundError');
      this.#wasReplaced = true;
      await this.#open('');
      this.#news.replaced();
    } catch (error) {
      const isDenied = error instanceof Error && error.name === 'NotAllowedError';
      this.#news.lost(failure(isDenied ? 'microphone_denied' : 'microphone_lost'));
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NotFoundError', 'OverconstrainedError'].includes(error.name);
}
