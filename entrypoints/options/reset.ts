import { type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';

/** The way back to the defaults, and back from there. */
export type Reset = ReturnType<typeof createReset>;

/** Puts every setting to its default; the page remembers what it was, until it is closed. */
export function createReset(
  settings: ReadonlySignal<Settings>,
  change: (change: Partial<Settings>) => Promise<void>,
) {
  const before = signal<Settings | null>(null);
  return {
    /** What the settings were, for as long as that can be undone. */
    before,
    async reset(): Promise<void> {
      const now = settings.value;
      await change(DEFAULT_SETTINGS);
      before.value = now;
    },
    async undo(): Promise<void> {
      if (before.value) await change(before.value);
      before.value = null;
    },
  };
}
