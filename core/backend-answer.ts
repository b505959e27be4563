import { type Failure, type FailureCode, failure } from './failure.ts';
import { LIMITS } from './limit.ts';

/** How asking the backend came to nothing: no connection, no answer in time, or an answer that refuses. */
export type BackendTrouble =
  | { readonly kind: 'unreachable' | 'timeout' | 'redirected' }
  | { readonly kind: 'unreadable'; readonly status: number }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The backend's machine word; a backend written from the guide sends none. */
      readonly code?: string;
      /** Which limit is reached, where that is what it says. */
      readonly limit?: string;
      readonly retryAfter?: number;
    };

/** What a refusing status means when its body is a readable error. */
const BY_STATUS: ReadonlyMap<number, FailureCode> = new Map([
  [400, 'agent_unknown'],
  [401, 'upstream_auth'],
  [402, 'quota'],
  [403, 'backend_refused'],
  [404, 'agent_not_found'],
  // A backend written from the guide hands on what ElevenLabs could not make sense of.
  [422, 'upstream_error'],
  [429, 'rate_limited'],
]);

/** What the companion backend's machine words mean where the status alone would mislead. */
const BY_CODE: ReadonlyMap<string, FailureCode> = new Map([
  ['upstream_timeout', 'upstream_timeout'],
  ['upstream_unreachable', 'upstream_error'],
  ['upstream_bad_answer', 'upstream_error'],
  ['upstream_error', 'upstream_error'],
  ['token_required', 'token_required'],
  ['token_invalid', 'token_invalid'],
  ['token_expired', 'token_expired'],
  ['agent_forbidden', 'token_agent'],
  ['site_forbidden', 'token_site'],
  ['pairing_refused', 'pairing_refused'],
]);

/** The failure a person is told about. */
export function backendFailure(trouble: BackendTrouble): Failure {
  switch (trouble.kind) {
    case 'unreachable':
      return failure('backend_unreachable');
    case 'timeout':
      return failure('backend_timeout');
    case 'redirected':
      return failure('backend_redirected');
    case 'unreadable':
      return failure(trouble.status >= 500 ? 'backend_error' : 'backend_bad_answer');
    case 'refused':
      return refusal(trouble);
  }
}

function refusal(trouble: Extract<BackendTrouble, { kind: 'refused' }>): Failure {
  const { retryAfter } = trouble;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  return { ...failure(meaning(trouble)), ...wait };
}

function meaning(trouble: Extract<BackendTrouble, { kind: 'refused' }>): FailureCode {
  const { status, code = '', limit } = trouble;
  const reached = LIMITS.find((name) => code === 'limit_reached' && name === limit);
  if (reached !== undefined) return `limit_${reached}`;
  const known = BY_CODE.get(code) ?? BY_STATUS.get(status);
  return known ?? (status >= 500 ? 'backend_error' : 'backend_bad_answer');
}

/**
 * Whether an agent may be tried as a public one instead: only where the backend could not
 * answer, never where it said no (400, 401, 403, 429).
 */
export function mayTryPublicAgent(trouble: BackendTrouble): boolean {
  // One that cannot count has nobody begin, and means it.
  if (trouble.kind === 'refused' && trouble.code === 'store_unavailable') return false;
  if ('status' in trouble) return trouble.status === 404 || trouble.status >= 500;
  return trouble.kind !== 'redirected';
}
