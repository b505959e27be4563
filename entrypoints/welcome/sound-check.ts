import { type ReadonlySignal, effect, signal } from '@preact/signals';
import { VOICE_LEVEL } from './level.ts';
import { type MicrophoneState, stateAfterRefusal } from './microphone.ts';

/** What the check needs from the outside. */
export interface SoundCheckDoors {
  /** Opens a microphone until the signal is aborted; rejects where that is not given. */
  readonly listen: (
    deviceId: string,
    tell: (level: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
}

/** When to listen, and to which microphone. */
export interface Listening {
  /** Whether the microphone is granted and the page is on the screen. */
  readonly isWanted: ReadonlySignal<boolean>;
  /** Empty for the system's default. */
  readonly deviceId: ReadonlySignal<string>;
}

/** How loud the microphone is. */
export type SoundCheck = ReturnType<typeof createSoundCheck>;

/** Listens to the microphone while that is wanted, and never otherwise. */
export function createSoundCheck({ isWanted, deviceId }: Listening, { listen }: SoundCheckDoors) {
  /** From 0 to 1. */
  const level = signal(0);
  const hasHeard = signal(false);
  /** Why it cannot be heard; null while it can. */
  const trouble = signal<MicrophoneState | null>(null);
  /** Counts the attempts, so that one more can be asked for. */
  const attempt = signal(0);

  effect(() => {
    const [id] = [deviceId.value, attempt.value];
    if (!isWanted.value) return;
    const stop = new AbortController();
    const tell = (now: number) => {
      level.value = now;
      if (now >= VOICE_LEVEL) hasHeard.value = true;
    };
    trouble.value = null;
    listen(id, tell, stop.signal).catch((error) => {
      if (stop.signal.aborted) return;
      trouble.value = stateAfterRefusal(error instanceof Error ? error.name : '', 'granted');
    });
    return () => {
      stop.abort();
      level.value = 0;
    };
  });

  return { level, hasHeard, trouble, again: () => (attempt.value += 1) };
}
