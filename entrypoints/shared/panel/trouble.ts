import { type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, failure } from '../../../core/failure.ts';
import { type Result, failed } from '../../../core/result.ts';

/** What did not work of what the person asked for, and how to try it again. */
export interface Trouble {
  readonly failure: Failure;
  readonly again: () => Promise<unknown>;
}

/** Does what the person asks for, and remembers what went wrong until something else is asked. */
export interface Attempts {
  readonly trouble: ReadonlySignal<Trouble | null>;
  /**
   * Whether it worked.
   * @param again what to do when the person wants it tried again; by default the same
   */
  attempt(action: () => Promise<Result>, again?: () => Promise<unknown>): Promise<boolean>;
  dismiss(): void;
}

/** Nothing has been attempted yet. */
export function createAttempts(): Attempts {
  const trouble = signal<Trouble | null>(null);
  const attempt: Attempts['attempt'] = async (action, again = () => attempt(action)) => {
    trouble.value = null;
    const result = await action().catch(() => failed(failure('unexpected')));
    if (!result.ok) trouble.value = { failure: result.failure, again };
    return result.ok;
  };
  return { trouble, attempt, dismiss: () => (trouble.value = null) };
}
