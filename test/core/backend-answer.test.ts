import { expect, test } from 'vitest';
import {
  type BackendTrouble,
  backendFailure,
  mayTryPublicAgent,
} from '../../core/backend-answer.ts';
import { LIMITS } from '../../core/limit.ts';

/** What happened, what the person is told, and whether a public agent may be tried. */
const TABLE: readonly [BackendTrouble, string, boolean][] = [
  [{ kind: 'unreachable' }, 'backend_unreachable', true],
  [{ kind: 'timeout' }, 'backend_timeout', true],
  [{ kind: 'redirected' }, 'backend_redirected', false],
  [{ kind: 'unreadable', status: 200 }, 'backend_bad_answer', false],
  [{ kind: 'unreadable', status: 404 }, 'backend_bad_answer', true],
  [{ kind: 'unreadable', status: 502 }, 'backend_error', true],
  [{ kind: 'refused', status: 400 }, 'agent_unknown', false],
  [{ kind: 'refused', status: 401 }, 'upstream_auth', false],
  [{ kind: 'refused', status: 401, code: 'token_required' }, 'token_required', false],
  [{ kind: 'refused', status: 401, code: 'token_invalid' }, 'token_invalid', false],
  [{ kind: 'refused', status: 401, code: 'token_expired' }, 'token_expired', false],
  [{ kind: 'refused', status: 402 }, 'quota', false],
  [{ kind: 'refused', status: 402, code: 'upstream_quota' }, 'quota', false],
  [{ kind: 'refused', status: 403 }, 'backend_refused', false],
  [{ kind: 'refused', status: 403, code: 'upstream_error' }, 'upstream_error', false],
  [{ kind: 'refused', status: 403, code: 'agent_forbidden' }, 'token_agent', false],
  [{ kind: 'refused', status: 403, code: 'site_forbidden' }, 'token_site', false],
  [{ kind: 'refused', status: 403, code: 'pairing_refused' }, 'pairing_refused', false],
  [{ kind: 'refused', status: 404 }, 'agent_not_found', true],
  [{ kind: 'refused', status: 418 }, 'backend_bad_answer', false],
  [{ kind: 'refused', status: 422 }, 'upstream_error', false],
  [{ kind: 'refused', status: 429 }, 'rate_limited', false],
  [{ kind: 'refused', status: 429, code: 'limit_reached', limit: 'new' }, 'rate_limited', false],
  ...LIMITS.map((limit): (typeof TABLE)[number] => [
    { kind: 'refused', status: 429, code: 'limit_reached', limit },
    `limit_${limit}`,
    false,
  ]),
  [{ kind: 'refused', status: 500 }, 'backend_error', true],
  [{ kind: 'refused', status: 503, code: 'store_unavailable' }, 'backend_error', false],
  [{ kind: 'refused', status: 500, code: 'upstream_error' }, 'upstream_error', true],
  [{ kind: 'refused', status: 502, code: 'upstream_bad_answer' }, 'upstream_error', true],
  [{ kind: 'refused', status: 502, code: 'upstream_unreachable' }, 'upstream_error', true],
  [{ kind: 'refused', status: 504 }, 'backend_error', true],
  [{ kind: 'refused', status: 504, code: 'upstream_timeout' }, 'upstream_timeout', true],
];

test.each(TABLE)('%o: %s', (trouble, code, mayTry) => {
  expect(backendFailure(trouble).code).toBe(code);
  expect(mayTryPublicAgent(trouble)).toBe(mayTry);
});

test('how long to wait goes with a refusal', () => {
  const failure = backendFailure({ kind: 'refused', status: 429, retryAfter: 30 });
  expect(failure).toEqual({ code: 'rate_limited', retryAfter: 30 });
});
