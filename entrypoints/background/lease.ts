import * as v from 'valibot';
import { backendFailure } from '../../core/backend-answer.ts';
import type { LeaseReport } from '../../core/line.ts';
import { type Result, failed, good } from '../../core/result.ts';
import { ask } from '../shared/backend.ts';
import { loadSettings } from '../shared/settings-store.ts';

const RUNNING = v.object({ secondsLeft: v.nullable(v.pipe(v.number(), v.minValue(0))) });

/** Tells the backend how it stands with a conversation, and hears how many seconds it may still last. */
export async function reportLease(report: LeaseReport): Promise<Result<number | null>> {
  const { leaseId, conversation, isOver } = report;
  const { backendUrl } = await loadSettings();
  const path = `/api/voice-sdk/lease/${encodeURIComponent(leaseId)}`;
  const body = conversation === null ? {} : { conversation };
  if (isOver) {
    await ask(backendUrl, `${path}/end`, v.unknown(), { body });
    return good(null);
  }
  const answer = await ask(backendUrl, `${path}/renew`, RUNNING, { body });
  return answer.ok ? good(answer.value.secondsLeft) : failed(backendFailure(answer.trouble));
}
