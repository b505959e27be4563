import { type ReadonlySignal, computed, signal } from '@preact/signals';

/** What a text box shows: what is stored, until somebody types something else. */
export interface Draft {
  readonly value: ReadonlySignal<string>;
  type(value: string): void;
  /** The value as typed has been stored: follow what is stored again, unless typing went on. */
  stored(typed: string): void;
  /** Forget what was typed. */
  discard(): void;
}

/** A draft of a stored value; a change made elsewhere shows only where nothing is being typed. */
export function createDraft(saved: ReadonlySignal<string>): Draft {
  const typed = signal<string | null>(null);
  return {
    value: computed(() => typed.value ?? saved.value),
    type(value) {
      typed.value = value;
    },
    stored(value) {
      if (typed.value === value) typed.value = null;
    },
    discard() {
      typed.value = null;
    },
  };
}
