import { type BackendTrouble, backendFailure } from '../../../core/backend-answer.ts';
import type { FailureCode } from '../../../core/failure.ts';
import type { Agent, BackendAnswer } from '../backend.ts';

/** What can be wrong with a backend that is asked for its agents. */
export type CheckFailure = Extract<
  FailureCode,
  | 'backend_unreachable'
  | 'backend_timeout'
  | 'backend_redirected'
  | 'backend_bad_answer'
  | 'backend_error'
  | 'backend_refused'
  | 'token_required'
  | 'token_invalid'
  | 'token_expired'
  | 'limit_address_per_minute'
  | 'upstream_auth'
  | 'rate_limited'
>;

const OTHERS = [
  'token_required',
  'token_invalid',
  'token_expired',
  'limit_address_per_minute',
  'upstream_auth',
  'rate_limited',
] as const satisfies readonly CheckFailure[];

/** What is known about the backend at the address that was typed. */
export type Check =
  | { readonly is: 'untested' | 'running' }
  | { readonly is: 'connected'; readonly agents: readonly Agent[] }
  | { readonly is: 'no catalogue' }
  | { readonly is: 'failed'; readonly code: CheckFailure };

/** What the backend's answer says about it. */
export function checkOf(answer: BackendAnswer<Agent[] | null>): Check {
  if (!answer.ok) return { is: 'failed', code: checkFailure(answer.trouble) };
  if (answer.value === null) return { is: 'no catalogue' };
  return { is: 'connected', agents: answer.value };
}

function checkFailure(trouble: BackendTrouble): CheckFailure {
  const { code } = backendFailure(trouble);
  // No agent was asked for, so one that "is unknown" only means that no voice backend answers here.
  return isCheckFailure(code) ? code : 'backend_bad_answer';
}

function isCheckFailure(code: FailureCode): code is CheckFailure {
  return code.startsWith('backend_') || OTHERS.some((other) => other === code);
}
