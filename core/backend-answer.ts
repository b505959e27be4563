import { type Failure, failure } from './failure.ts';

/** How asking the backend came to nothing: no connection, no answer in time, or an answer that refuses. */
export type BackendTrouble =
  | { readonly kind: 'unreachable' | 'timeout' | 'redirected' }
  | { readonly kind: 'unreadable'; readonly status: number }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The backend's machine word; a backend written from the guide sends none. */
      readonly code?: string;
      readonly retryAfter?: number;
    };

/** What a refusing status means when its body is a readable error. */
const BY_STATUS = {
  400: 'agent_unknown',
  401: 'upstream_auth',
  403: 'backend_refused',
  404: 'agent_not_found',
  429: 'rate_limited',
} as const;

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
  const { status, code, retryAfter } = trouble;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  if (code?.startsWith('token_')) return { ...failure('backend_refused'), ...wait };
  if (isListed(status)) return { ...failure(BY_STATUS[status]), ...wait };
  return { ...failure(status >= 500 ? 'backend_error' : 'backend_bad_answer'), ...wait };
}

function isListed(status: number): status is keyof typeof BY_STATUS {
  return Object.hasOwn(BY_STATUS, status);
}

/**
 * Whether an agent may be tried as a public one instead: only where the backend could not
 * answer, never where it said no (400, 401, 403, 429).
 */
export function mayTryPublicAgent(trouble: BackendTrouble): boolean {
  if ('status' in trouble) return trouble.status === 404 || trouble.status >= 500;
  return trouble.kind !== 'redirected';
}
