import { storage } from 'wxt/utils/storage';
import { type Settings, readSettings } from '../../core/settings.ts';

const stored = storage.defineItem<unknown>('local:settings');

/** The settings as they are now; what is stored but does not fit gives way to its default. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await stored.getValue());
}

/** Changes some settings and leaves the others. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await stored.setValue({ ...(await loadSettings()), ...change });
}

/** Tells of every change of the stored settings until the signal aborts. */
export function watchSettings(
  listener: (now: Settings, before: Settings) => void,
  signal?: AbortSignal,
): void {
  const stop = stored.watch((now, before) => listener(readSettings(now), readSettings(before)));
  signal?.addEventListener('abort', stop);
}
