import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { loadMarks, watchMarks } from '../mark-store.ts';
import { loadPolicy, watchPolicy } from '../policy-store.ts';
import { revokedSites } from '../revoked-sites.ts';
import { loadSettings, watchSettings } from '../settings-store.ts';

/** Something stored, as it is and becomes, wherever it is changed; watched before it is read, so that no change falls between. */
export async function live<T>(
  load: () => Promise<T>,
  watch: (changed: (now: T) => void) => void,
): Promise<ReadonlySignal<T>> {
  const latest = signal<{ readonly value: T } | null>(null);
  watch((value) => (latest.value = { value }));
  const first = await load();
  return computed(() => (latest.value === null ? first : latest.value.value));
}

/** The settings. */
export const liveSettings = () => live(loadSettings, watchSettings);

/** The marks. */
export const liveMarks = () => live(loadMarks, watchMarks);

/** What the organisation has decided. */
export const livePolicy = () => live(loadPolicy, watchPolicy);

/** Where the browser's own settings switched voice off. */
export const liveRevoked = () =>
  live(
    () => revokedSites.getValue(),
    (changed) => revokedSites.watch(changed),
  );
