import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { placePermissions } from '../../core/enabled.ts';
import type { Settings } from '../../core/settings.ts';
import {
  type SettingChange,
  type SettingsFileFault,
  importable,
  readSettingsFile,
  settingChanges,
  writeSettingsFile,
} from '../../core/settings-file.ts';

/** What taking settings along needs from the outside. */
export interface TransferDoors {
  readonly change: (change: Partial<Settings>) => Promise<void>;
  /** Asks for sites; must be called in a click's own task. */
  readonly askSites: (patterns: string[]) => Promise<boolean>;
  readonly save: (name: string, text: string) => void;
}

/** Settings that leave as a file, or come as one. */
export type Transfer = ReturnType<typeof createTransfer>;

/** Takes settings along, and brings others in once the person has seen what they change. */
export function createTransfer(settings: ReadonlySignal<Settings>, doors: TransferDoors) {
  const fault = signal<SettingsFileFault | null>(null);
  const read = signal<Settings | null>(null);
  const takesBackend = signal(false);
  const isDone = signal(false);
  const then = computed(
    () => read.value && importable(settings.value, read.value, takesBackend.value),
  );
  return {
    fault,
    takesBackend,
    isDone,
    /** The backend that the file names, where it is another one. */
    otherBackend: computed(() => {
      const url = read.value?.backendUrl;
      return url === settings.value.backendUrl ? null : (url ?? null);
    }),
    /** What the file would change; null while there is none to be asked about. */
    changes: computed<readonly SettingChange[] | null>(
      () => then.value && settingChanges(settings.value, then.value),
    ),
    exportAll: () => doors.save('voice-cards-settings.json', writeSettingsFile(settings.value)),
    open(text: string): void {
      const file = readSettingsFile(text);
      fault.value = file.ok ? null : file.fault;
      read.value = file.ok ? file.settings : null;
      takesBackend.value = false;
      isDone.value = false;
    },
    cancel(): void {
      read.value = null;
    },
    /** Stores what the file holds; must be called in a click's own task. */
    async apply(): Promise<void> {
      const next = then.value;
      if (next === null) return;
      const patterns = next.sites.flatMap(placePermissions);
      const isGranted =
        patterns.length === 0 || (await doors.askSites(patterns).catch(() => false));
      // Without the permission voice could not be on there: the sites stay as they were.
      const { sites, sitesOff } = isGranted ? next : settings.value;
      await doors.change({ ...next, sites, sitesOff });
      read.value = null;
      isDone.value = true;
    },
  };
}
