import type { Settings } from '../../core/settings.ts';
import { loadSettings, watchSettings } from '../shared/settings-store.ts';

let known: Settings | null = null;

/** Keeps the settings at hand for what must be decided within one task. */
export function keepSettingsKnown(): void {
  watchSettings((now) => (known = now));
  void loadSettings().then((now) => (known ??= now));
}

/** The settings, or null where the background has woken up for this very task. */
export function knownSettings(): Settings | null {
  return known;
}
