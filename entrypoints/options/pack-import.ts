import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Mark } from '../../core/mark.ts';
import { applied, difference } from '../../core/mark-difference.ts';
import { type PackFault, readPack } from '../../core/mark-pack.ts';

/** What is needed from the outside. */
export interface ImportDoors {
  readonly changeMarks: (change: (marks: readonly Mark[]) => readonly Mark[]) => Promise<void>;
}

/** The way to take marks from others. */
export type PackImport = ReturnType<typeof createPackImport>;

/** Reads packs, which anybody may have written, and does nothing with one until that is wanted. */
export function createPackImport(
  marks: ReadonlySignal<readonly Mark[]>,
  { changeMarks }: ImportDoors,
) {
  const text = signal('');
  /** What was read last, or why it could not be. */
  const read = signal<ReturnType<typeof readPack> | null>(null);
  const isDone = signal(false);
  const good = computed(() => (read.value?.ok ? read.value : null));
  return {
    text: text as ReadonlySignal<string>,
    fault: computed<PackFault | null>(() => (read.value?.ok === false ? read.value.fault : null)),
    /** What taking it would do to the marks as they are now; null while there is nothing to ask. */
    shown: computed(
      () =>
        good.value && {
          name: good.value.pack.name,
          malformed: good.value.malformed.length,
          ...difference(good.value.pack, marks.value),
        },
    ),
    isDone: isDone as ReadonlySignal<boolean>,
    type(typed: string): void {
      text.value = typed;
      read.value = null;
      isDone.value = false;
    },
    show(): void {
      read.value = readPack(text.value);
    },
    cancel(): void {
      read.value = null;
    },
    async take(): Promise<void> {
      const { pack } = good.value ?? {};
      if (pack === undefined) return;
      await changeMarks((now) => applied(difference(pack, now), now));
      read.value = null;
      text.value = '';
      isDone.value = true;
    },
  };
}
