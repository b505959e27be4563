import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
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
  /** Whether the devices are laid out to choose from. */
  readonly isChoosing: ReadonlySignal<boolean>;
  /** The ids of the devices in use; empty is the system's default. */
  readonly used: ReadonlySignal<Readonly<Record<End, string>>>;
  mute(muted: boolean): void;
  pushToTalk(on: boolean): void;
  hold(on: boolean): void;
  /** Changes the volume, and remembers it once the person lets go. */
  setVolume(volume: number, isFinal: boolean): void;
  /** Uses another device, and remembers it for the site where the conversation was started. */
  use(end: End, id: string): void;
  /** Lays the devices out, or puts them away. */
  choose(on: boolean): void;
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
  const dragged = signal<number | null>(null);
  const site = computed(() => conversation.value?.site ?? null);
  const ifLive = (...given: Parameters<typeof command>) => {
    if (live.peek() !== null) void attempt(() => command(...given));
  };
  const push = pushing((muted) => ifLive({ do: 'mute', muted }));
  const choice = choosing(devices);
  const current = computed(() => live.value?.id);
  effect(() => {
    // The next conversation begins with an open microphone, and must look like it.
    void current.value;
    push.reset();
    choice.choose(false);
  });
  return {
    isMuted: computed(() => live.value?.muted ?? false),
    ...push,
    ...choice,
    volume: computed(() => dragged.value ?? settings.value.volume),
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
  };
}

function choosing(devices: Doors['devices']) {
  const found = signal<readonly Device[]>([]);
  const isChoosing = signal(false);
  const ofKind = (kind: Device['kind']) => found.value.filter((device) => device.kind === kind);
  const refresh = async () => {
    found.value = (await devices()).filter(isOfItsOwn);
  };
  return {
    isChoosing,
    inputs: computed(() => ofKind('audioinput')),
    outputs: computed(() => ofKind('audiooutput')),
    choose(on: boolean) {
      isChoosing.value = on;
      if (on) void refresh();
    },
    refresh,
  };
}

/** Muting by hand ends push-to-talk where it opens the microphone. */
function pushing(mute: (muted: boolean) => void) {
  const isPushToTalk = signal(false);
  const isHeld = signal(false);
  return {
    isPushToTalk,
    isHeld,
    reset() {
      isPushToTalk.value = false;
      isHeld.value = false;
    },
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
