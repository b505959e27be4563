import { vi } from 'vitest';

/** Milliseconds until something counts as never happening, on however busy a computer. */
const HUNG = 30_000;

/** Tries again and again until nothing is thrown; Vitest itself would give up after a second. */
export function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(attempt, { timeout: HUNG });
}
