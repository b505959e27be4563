import type { FailureCode } from './remedy.ts';

export type { FailureCode };

/** An expected failure, as it crosses contexts. */
export interface Failure {
  readonly code: FailureCode;
  /** Words from the other side (a close reason), at most 200 characters; never shown to the page. */
  readonly detail?: string;
  /** Seconds after which trying again makes sense, where the other side said so. */
  readonly retryAfter?: number;
}

/** A failure with what the other side said about it, cut to a length that can be shown. */
export function failure(code: FailureCode, detail?: string): Failure {
  return detail ? { code, detail: detail.slice(0, 200) } : { code };
}
