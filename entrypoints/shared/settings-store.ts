import { storage } from 'wxt/utils/storage';
import { SETTINGS_VERSION, type Settings, readSettings } from '../../core/settings.ts';

const stored = storage.defineItem<unknown>('local:settings');
/** Values that could not be read, by the name of their setting, kept for whoever wants them back. */
const unreadable = storage.defineItem<Record<string, unknown>>('local:unreadableSettings', {
  fallback: {},
});

/** Settings of a newer version of the extension, which this one must not write over. */
export class NewerSettings extends Error {
  override readonly name = 'NewerSettings';
}

/** The settings as they are now; what is stored but does not fit gives way to its default. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await stored.getValue()).settings;
}

/**
 * Changes some settings and leaves the others; values that could not be read are put aside first.
 * Rejects with NewerSettings where a newer version of the extension has stored them.
 */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { settings, corrupt, isNewer } = readSettings(await stored.getValue());
  if (isNewer) throw new NewerSettings();
  if (Object.keys(corrupt).length > 0) {
    await unreadable.setValue({ ...(await unreadable.getValue()), ...corrupt });
  }
  await stored.setValue({ version: SETTINGS_VERSION, ...settings, ...change });
}

/** What is wrong with the stored settings, for the person to be told. */
export interface SettingsTrouble {
  /** Names of settings whose values could not be read, now or before. */
  readonly unreadable: readonly string[];
  /** Whether a newer version of the extension has stored them. */
  readonly isNewer: boolean;
}

/** Looks for trouble with the stored settings. */
export async function settingsTrouble(): Promise<SettingsTrouble> {
  const { corrupt, isNewer } = readSettings(await stored.getValue());
  const names = Object.keys({ ...(await unreadable.getValue()), ...corrupt });
  return { unreadable: names.toSorted(), isNewer };
}

/** Tells of every change of the stored settings. */
export function watchSettings(listener: (now: Settings, before: Settings) => void): void {
  stored.watch((now, before) => {
    listener(readSettings(now).settings, readSettings(before).settings);
  });
}
