import { type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts';
import { loadSettings, watchSettings } from '../settings-store.ts';

/** The settings as they are and become, wherever they are changed. */
export async function liveSettings(): Promise<ReadonlySignal<Settings>> {
  const settings = signal(DEFAULT_SETTINGS);
  watchSettings((now) => {
    settings.value = now;
  });
  settings.value = await loadSettings();
  return settings;
}
