import type { Failure } from './failure.ts';

/** An answer that crosses contexts: a value, or an expected failure as data. */
export type Result<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** A good answer. */
export function good<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed one. */
export function failed(failure: Failure): Result<never> {
  return { ok: false, failure };
}
