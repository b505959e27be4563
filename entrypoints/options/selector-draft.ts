import { type ReadonlySignal, signal } from '@preact/signals';
import { createDraft } from './draft.ts';
import { type SelectorFault, selectorFault } from './selector-fault.ts';

/** What a selector's field needs from the outside. */
export interface SelectorDoors {
  /** Throws for what is no selector. */
  readonly query: (selector: string) => unknown;
  readonly store: (selector: string) => Promise<void>;
}

/** The field of one selector. */
export type SelectorDraft = ReturnType<typeof createSelectorDraft>;

/** What a selector's field shows and does. */
export function createSelectorDraft(saved: ReadonlySignal<string>, doors: SelectorDoors) {
  const draft = createDraft(saved);
  const fault = signal<SelectorFault | null>(null);
  const hasSaved = signal(false);
  return {
    value: draft.value,
    fault,
    /** Whether what is shown has just been stored. */
    hasSaved,
    type(value: string): void {
      draft.type(value);
      fault.value = null;
      hasSaved.value = false;
    },
    /** Stores what is typed, if it will do. */
    async commit(): Promise<void> {
      const typed = draft.value.value;
      const selector = typed.trim();
      fault.value = selectorFault(selector, doors.query);
      if (fault.value !== null) return;
      await doors.store(selector);
      draft.stored(typed);
      hasSaved.value = true;
    },
    /** Forgets what was typed. */
    discard(): void {
      draft.discard();
      fault.value = null;
      hasSaved.value = false;
    },
  };
}
