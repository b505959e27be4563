import { inject } from 'vitest';

/** How every property is tried in a run of the tests. */
export interface Plan {
  /** By which the same cases are made up once more. */
  readonly seed: number;
  /** How many cases a property is tried with, where it does not say otherwise. */
  readonly runs: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    plan: Plan;
  }
  interface TaskMeta {
    /** Cases that the test's properties were tried with. */
    cases?: number;
  }
}

/** As few cases as anything is tried with in the tests. */
export const LEAST = 100;

/**
 * So many times as many cases as others are tried with: more for what is cheap; for what takes long
 * fewer, where they are many.
 */
export function runs(times: number): number {
  const all = inject('plan').runs;
  return Math.max(Math.min(all, LEAST), Math.round(times * all));
}
