import captureUrl from './capture.worklet.ts?worker&url';
import { Microphone } from './microphone.ts';
import playbackUrl from './playback.worklet.ts?worker&url';
import { Speaker } from './speaker.ts';

/** Both ends of a conversation's sound. */
export interface Audio {
  readonly microphone: Microphone;
  readonly speaker: Speaker;
}

/**
 * Opens microphone and speaker on one context; all of it is let go when the signal aborts.
 * @param lost called when the microphone goes away by itself
 */
export async function openAudio(signal: AbortSignal, lost: () => void): Promise<Audio> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  signal.addEventListener('abort', () => void context.close(), { once: true });
  const [microphone] = await Promise.all([
    Microphone.open(context, signal, lost),
    context.audioWorklet.addModule(captureUrl),
    context.audioWorklet.addModule(playbackUrl),
  ]);
  return { microphone, speaker: new Speaker(context) };
}
