import { failure } from '../../../core/failure.ts';
import type { Sound } from '../../../core/messages.ts';
import { unlessAborted } from './abort.ts';
import { type DeviceNews, Microphone } from './microphone.ts';
import { Refusal } from './refusal.ts';
import workletUrl from './sound.worklet.ts?worker&url';
import { Speaker } from './speaker.ts';

/** How long the sound device may take to open, in milliseconds; Firefox has taken 2 seconds. */
const DEADLINE_MS = 8_000;

/** How long worklets have for their last block, which is silent, in milliseconds. */
const LAST_MS = 200;

/** Both ends of a conversation's sound. */
export interface Audio {
  readonly microphone: Microphone;
  readonly speaker: Speaker;
}

/** A context, and its worklets on their way: they take longer than a microphone. */
interface Ground {
  readonly context: AudioContext;
  readonly loaded: Promise<unknown>;
}

/** What the next call finds. */
let ground: Ground | null = null;

/** Gets ready for the next call; nothing hears yet, and nothing can be heard. */
export function prepareAudio(): void {
  ground ??= newGround();
  void ground.context.suspend();
}

function newGround(): Ground {
  const context = new AudioContext({ latencyHint: 'interactive' });
  return { context, loaded: context.audioWorklet.addModule(workletUrl) };
}

/** Opens microphone and speaker on one context; all of it is let go when the signal aborts. */
export async function openAudio(
  { inputDeviceId, outputDeviceId, volume }: Sound,
  signal: AbortSignal,
  news: DeviceNews,
): Promise<Audio> {
  const { context, loaded } = ground ?? newGround();
  ground = null;
  signal.addEventListener('abort', () => setTimeout(() => void context.close(), LAST_MS));
  const [microphone] = await Promise.all([
    Microphone.open(context, inputDeviceId, signal, news),
    loaded,
  ]);
  // A node made after the abort would never be told to stop.
  signal.throwIfAborted();
  microphone.takeIn();
  const speaker = new Speaker(context, signal);
  await untilRunning(context, signal);
  speaker.setVolume(volume);
  // A loudspeaker that is gone by now gives way to the default one.
  if (outputDeviceId !== '') await speaker.setDevice({ outputDeviceId }).catch(() => {});
  return { microphone, speaker };
}

/** Waits for the device: where the computer has no sound, a context never starts, and never says so. */
async function untilRunning(context: AudioContext, signal: AbortSignal): Promise<void> {
  const patience = AbortSignal.timeout(DEADLINE_MS);
  await unlessAborted(context.resume(), AbortSignal.any([signal, patience])).catch((error) => {
    throw patience.aborted ? new Refusal(failure('sound_missing')) : error;
  });
}
