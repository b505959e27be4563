import { type ReadonlySignal, signal } from '@preact/signals';

/** A device that a person can choose. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** What a browser says of a device. */
type Facts = Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>;

/** Chromium's own names for whichever device the system uses; an empty id says the same everywhere. */
const ALIASES = ['', 'default', 'communications'];

/** The devices of a kind; none before the microphone was granted, since then they have no names. */
export function devicesOf(all: readonly Facts[], kind: MediaDeviceKind): Device[] {
  return all
    .filter((device) => device.kind === kind && !ALIASES.includes(device.deviceId))
    .filter(({ label }) => label !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** All devices, as they are plugged in and out. */
export interface LiveDevices {
  readonly all: ReadonlySignal<readonly Facts[]>;
  /** Looks again: with the microphone's grant devices get their names, and no event tells. */
  readonly refresh: () => Promise<void>;
}

/** Follows which devices there are. */
export function liveDevices(): LiveDevices {
  const all = signal<readonly Facts[]>([]);
  const { mediaDevices } = navigator;
  const refresh = async () => {
    all.value = await mediaDevices.enumerateDevices();
  };
  mediaDevices.addEventListener('devicechange', () => void refresh());
  void refresh();
  return { all, refresh };
}
