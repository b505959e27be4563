import type { Failure } from '../../../core/failure.ts';
import type { Lease, LeaseReport } from '../../../core/line.ts';
import type { Result } from '../../../core/result.ts';

/** Who hears what a backend says of a running conversation. */
interface Listeners {
  /** The conversation, as ElevenLabs calls it, once that is known. */
  readonly conversation: () => string | null;
  /** So much of a budget is left, in milliseconds; null is any amount. */
  readonly budgetLeft: (ms: number | null) => void;
  /** The token is good no more. */
  readonly refused: (failure: Failure) => void;
}

/**
 * Tells the backend of a conversation for as long as it holds its lease, and that it is over: once it
 * is connected, again and again; and in any case at the end, so that another one may begin.
 * @returns what to call once it is connected
 */
export function keepLease(
  { id: leaseId, everyMs }: Lease,
  report: (report: LeaseReport) => Promise<Result<number | null>>,
  listeners: Listeners,
  signal: AbortSignal,
): () => void {
  const tell = (isOver: boolean) =>
    report({ leaseId, conversation: listeners.conversation(), isOver });

  async function renew(): Promise<void> {
    const answer = await tell(false).catch(() => null);
    if (signal.aborted || answer === null) return;
    if (answer.ok) listeners.budgetLeft(answer.value === null ? null : 1000 * answer.value);
    // What else goes wrong may be over by the next time, and ends nobody's conversation.
    else if (answer.failure.code.startsWith('token')) listeners.refused(answer.failure);
  }

  const end = () => void tell(true).catch(() => {});
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return () => {
    void renew();
    const timer = setInterval(() => void renew(), everyMs);
    signal.addEventListener('abort', () => clearInterval(timer));
  };
}
