import * as v from 'valibot';
import { backendFailure } from '../../core/backend-answer.ts';
import type { LeaseReport } from '../../core/line.ts';
import { ask } from '../shared/backend.ts';
import { sendMessage } from '../shared/messaging.ts';
import { loadSettings } from '../shared/settings-store.ts';

const RUNNING = v.object({ secondsLeft: v.nullable(v.pipe(v.number(), v.minValue(0))) });
/** What stands for any time: a browser's timers count to 24 days, and start at once with more. */
const A_DAY_MS = 24 * 60 * 60_000;

/**
 * Tells the backend how it stands with a conversation, and hears for how many milliseconds it may
 * still last, a day at most; null where the backend does not say. Without a good token it ends.
 */
export async function reportLease(report: LeaseReport): Promise<number | null> {
  const { leaseId, conversation, isOver } = report;
  const { backendUrl } = await loadSettings();
  const path = `/api/voice-sdk/lease/${encodeURIComponent(leaseId)}`;
  const body = conversation === null ? {} : { conversation };
  if (isOver) {
    await ask(backendUrl, `${path}/end`, v.unknown(), { body });
    return null;
  }
  const answer = await ask(backendUrl, `${path}/renew`, RUNNING, { body });
  if (answer.ok) return Math.min(1000 * (answer.value.secondsLeft ?? Infinity), A_DAY_MS);
  const { code } = backendFailure(answer.trouble);
  // What else goes wrong may be over by the next time, and ends nobody's conversation.
  if (code.startsWith('token_')) await sendMessage('end', { because: code });
  return null;
}

/**
 * Tells the backend that nothing was used of a lease so far: its conversation begins now, or it never
 * will, and what it was counted is given back. It may be lost: then it is counted as if it had been used.
 */
export async function tellUnused(
  backendUrl: string,
  leaseId: string,
  what: 'begins' | 'is over',
): Promise<void> {
  const path = `/api/voice-sdk/lease/${encodeURIComponent(leaseId)}`;
  const end = what === 'begins' ? 'renew' : 'end';
  await ask(backendUrl, `${path}/${end}`, v.unknown(), { body: { unused: true } });
}
