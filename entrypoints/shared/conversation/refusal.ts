import { SessionConnectionError } from '@11labs/client';
import type { Happening } from '../../../core/conversation.ts';
import { type Failure, type FailureCode, failure } from '../../../core/failure.ts';

/** An expected failure that stops a call before the agent is reached. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly failure: Failure;

  constructor(why: Failure) {
    super(why.code);
    this.failure = why;
  }
}

/** What the browser's own errors mean for a call. Source: Media Capture and Streams, section 10.2. */
const BY_NAME: ReadonlyMap<string, FailureCode> = new Map([
  ['NotAllowedError', 'microphone_denied'],
  ['NotFoundError', 'microphone_missing'],
  ['OverconstrainedError', 'microphone_missing'],
  ['NotReadableError', 'microphone_busy'],
  ['TimeoutError', 'connect_timeout'],
]);

/** What a call that could not be opened tells the conversation. */
export function happeningOf(error: unknown, at: number): Happening {
  if (error instanceof SessionConnectionError) {
    // Without a code the socket never opened; 1006 is what browsers call that.
    return { type: 'closed', code: error.closeCode ?? 1006, reason: error.closeReason ?? '', at };
  }
  return { type: 'failed', failure: whyNot(error) };
}

/** Why something was not done. */
export function whyNot(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure;
  const code = error instanceof Error ? BY_NAME.get(error.name) : undefined;
  return code === undefined ? failure('unexpected', String(error)) : failure(code);
}
