import type { CardState } from '../../../core/card.ts';
import type { Conversation, State } from '../../../core/conversation.ts';
import { type Failure, type FailureCode } from '../../../core/failure.ts';
import { remedy } from '../../../core/remedy.ts';
import type { Mend } from '../../../core/untrusted.ts';

/** How long a conversation has been going on, in milliseconds; null while it has not begun or is over. */
export function talkedFor({ phase, connectedAt }: Conversation, now: number): number | null {
  return connectedAt === undefined || phase === 'ended' ? null : now - connectedAt;
}

/** The dot beside a conversation's state. */
export function dotOf({ phase, end }: Conversation): CardState {
  if (phase !== 'ended') return phase;
  return end?.by === 'failure' ? 'error' : 'idle';
}

/** Why a conversation failed, or null. */
export function failureOf({ phase, end }: Conversation): Failure | null {
  return phase === 'ended' && end?.by === 'failure' ? end.failure : null;
}

/** Where a button can take the person to mend a failure, or null. */
export function mendOf(code: FailureCode): Mend | null {
  const what = remedy(code);
  return what === 'microphone' || what === 'options' || what === 'sound' ? what : null;
}

/** What to show when the host was asked again: one that has ended stays when its host is gone. */
export function seen(before: State, now: State): State {
  return now ?? (before?.phase === 'ended' ? before : null);
}
