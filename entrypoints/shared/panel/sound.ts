import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Settings } from '../../../core/settings.ts';
import type { Device, PanelDoors } from './doors.ts';
import type { Showing } from './showing.ts';
import type { Attempts } from './trouble.ts';

/** Which end of the sound a device is. */
type End = 'input' | 'output';

/** Microphone, speaker and how they are used. */
export interface Sound {
  readonly isMuted: ReadonlySignal<boolean>;
  /** Whether the microphone is muted but for while the person holds a button. */
  readonly isPushToTalk: ReadonlySignal<boolean>;
  readonly isHeld: ReadonlySignal<boolean>;
  /** From 0 to 1. */
  readonly volume: ReadonlySignal<number>;
  readonly inputs: ReadonlySignal<readonly Device[]>;
  readonly outputs: ReadonlySignal<readonly Device[]>;
  /** The ids of the devices in use; empty is the system's default. */
  readonly used: ReadonlySignal<Readonly<Record<End, string>>>;
  mute(muted: boolean): void;
  pushToTalk(on: boolean): void;
  hold(on: boolean): void;
  /** Changes the volume, and remembers it once the person lets go. */
  setVolume(volume: number, isFinal: boolean): void;
  /** Uses another device, and remembers it for the site where the conversation was started. */
  use(end: End, id: string): void;
  /** Looks again at which devices there are. */
  refresh(): Promise<void>;
}

type Doors = Pick<PanelDoors, 'settings' | 'changeSettings' | 'command' | 'devices'>;

/** The sound of the conversation that is shown. */
export function createSound(
  { settings, changeSettings, command, devices }: Doors,
  { conversation, live }: Showing,
  { attempt }: Attempts,
): Sound {
  const found = signal<readonly Device[]>([]);
  const dragged = signal<number | null>(null);
  const site = computed(() => conversation.value?.site ?? null);
  const ifLive = (...given: Parameters<typeof command>) => {
    if (live.peek() !== null) void attempt(() => command(...given));
  };
  const mute = (muted: boolean) => ifLive({ do: 'mute', muted });
  return {
    isMuted: computed(() => live.value?.muted ?? false),
    ...pushing(mute),
    volume: computed(() => dragged.value ?? settings.value.volume),
    inputs: computed(() => found.value.filter(({ kind }) => kind === 'audioinput')),
    outputs: computed(() => found.value.filter(({ kind }) => kind === 'audiooutput')),
    used: computed(() => usedAt(site.value, settings.value)),
    setVolume(volume, isFinal) {
      dragged.value = volume;
      ifLive({ do: 'volume', volume });
      if (isFinal) void changeSettings({ volume }).then(() => (dragged.value = null));
    },
    use(end, id) {
      ifLive({ do: 'use', device: end, id });
      void changeSettings(remembered(site.peek(), settings.peek(), end, id));
    },
    async refresh() {
      found.value = (await devices()).filter(isOfItsOwn);
    },
  };
}

/** Muting by hand ends push-to-talk where it opens the microphone. */
function pushing(mute: (muted: boolean) => void) {
  const isPushToTalk = signal(false);
  const isHeld = signal(false);
  return {
    isPushToTalk,
    isHeld,
    mute(muted: boolean) {
      if (!muted) isPushToTalk.value = false;
      mute(muted);
    },
    pushToTalk(on: boolean) {
      isPushToTalk.value = on;
      isHeld.value = false;
      mute(on);
    },
    hold(on: boolean) {
      if (!isPushToTalk.peek() || isHeld.peek() === on) return;
      isHeld.value = on;
      mute(!on);
    },
  };
}

/** Chrome lists the system's default a second time, under a name of its own. */
function isOfItsOwn({ deviceId }: Device): boolean {
  return !['', 'default', 'communications'].includes(deviceId);
}

function usedAt(site: string | null, { siteDevices, inputDeviceId, outputDeviceId }: Settings) {
  const own = site === null ? undefined : siteDevices[site];
  return {
    input: own?.inputDeviceId ?? inputDeviceId,
    output: own?.outputDeviceId ?? outputDeviceId,
  };
}

function remembered(
  site: string | null,
  { siteDevices }: Settings,
  end: End,
  id: string,
): Partial<Settings> {
  const change = end === 'input' ? { inputDeviceId: id } : { outputDeviceId: id };
  if (site === null) return change;
  return { siteDevices: { ...siteDevices, [site]: { ...siteDevices[site], ...change } } };
}
