import { storage } from 'wxt/utils/storage';
import { permitted, underPolicy } from '../../core/policy.ts';
import { SETTINGS_VERSION, type Settings, readSettings } from '../../core/settings.ts';
import { loadPolicy, watchPolicy } from './policy-store.ts';

const stored = storage.defineItem<unknown>('local:settings');
/** Values that could not be read, by the name of their setting, kept for whoever wants them back. */
const unreadable = storage.defineItem<Record<string, unknown>>('local:unreadableSettings', {
  fallback: {},
});

/** Settings of a newer version of the extension, which this one must not write over. */
export class NewerSettings extends Error {
  override readonly name = 'NewerSettings';
}

/** The settings as they are now, under the organisation's policy; what does not fit gives way to its default. */
export async function loadSettings(): Promise<Settings> {
  const [raw, policy] = await Promise.all([stored.getValue(), loadPolicy()]);
  return underPolicy(readSettings(raw).settings, policy);
}

async function settingsOf(raw: unknown): Promise<Settings> {
  return underPolicy(readSettings(raw).settings, await loadPolicy());
}

/**
 * Changes some settings and leaves the others, and those that an organisation has locked; values that could not be read are put aside first.
 * Rejects with NewerSettings where a newer version of the extension has stored them.
 */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { settings, corrupt, isNewer } = readSettings(await stored.getValue());
  if (isNewer) throw new NewerSettings();
  if (Object.keys(corrupt).length > 0) {
    await unreadable.setValue({ ...(await unreadable.getValue()), ...corrupt });
  }
  const allowed = permitted(change, await loadPolicy());
  await stored.setValue({ version: SETTINGS_VERSION, ...settings, ...allowed });
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
  stored.watch(async (now, before) => {
    const [after, was] = await Promise.all([settingsOf(now), settingsOf(before)]);
    listener(after, was);
  });
  watchPolicy(async (_, policyBefore) => {
    const raw = await stored.getValue();
    listener(await settingsOf(raw), underPolicy(readSettings(raw).settings, policyBefore));
  });
}
