import { type ReadonlySignal, signal } from '@preact/signals';
import { type MicrophoneState, stateAfterRefusal } from './microphone.ts';

/** What the welcome page needs from the outside. */
export interface WelcomeDoors {
  /** Opens the microphone and lets it go at once; rejects where that is not given. */
  readonly tryMicrophone: () => Promise<void>;
  readonly permission: () => Promise<PermissionState>;
  /** Tells the background that the microphone may be used from now on. */
  readonly granted: () => Promise<void>;
}

/** What the welcome page knows and can do. */
export interface WelcomeModel {
  readonly state: ReadonlySignal<MicrophoneState>;
  ask(): Promise<void>;
  permissionChanged(permission: PermissionState): void;
}

/** What the welcome page knows of the microphone, which the browser grants to the extension as a whole. */
export function createWelcomeModel(permission: PermissionState, doors: WelcomeDoors): WelcomeModel {
  const state = signal<MicrophoneState>(permission);

  function become(next: MicrophoneState): void {
    const isNews = next === 'granted' && state.value !== 'granted';
    state.value = next;
    // Nobody waits for the way back when the background does not answer.
    if (isNews) doors.granted().catch(() => undefined);
  }

  return {
    state,
    async ask() {
      state.value = 'asking';
      try {
        await doors.tryMicrophone();
        become('granted');
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        become(stateAfterRefusal(name, await doors.permission()));
      }
    },
    permissionChanged(now) {
      // While we ask, the answer itself tells more than the permission.
      if (state.value !== 'asking') become(now);
    },
  };
}
