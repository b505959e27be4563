import type { Refusal } from '../refusal.ts';

/** How asking ElevenLabs came to nothing. */
export type UpstreamFailure = {
  /** Seconds after which trying again makes sense, where that is known. */
  readonly retryAfter?: number;
} & (
  | { readonly kind: 'status'; readonly status: number }
  /** A body that is not JSON or too long, a redirect, a status that no API has. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** A readable body without what was asked for. */
  | { readonly kind: 'no_url' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable'; readonly cause: unknown }
);

const COMMUNICATION = 'Error communicating with ElevenLabs API';
const BAD_ANSWER: Refusal = {
  status: 502,
  error: 'Failed to generate signed URL from API response',
  code: 'upstream_bad_answer',
};

/** What the caller is told about a failure: never anything that ElevenLabs said. */
export function refusalOf(failure: UpstreamFailure, agentId: string): Refusal {
  const { retryAfter } = failure;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  return { ...meaning(failure, agentId), ...wait };
}

function meaning(failure: UpstreamFailure, agentId: string): Refusal {
  switch (failure.kind) {
    case 'status':
      return refusalOfStatus(failure.status, agentId);
    case 'timeout':
      return { status: 504, error: COMMUNICATION, code: 'upstream_timeout' };
    case 'unreachable':
      return { status: 502, error: COMMUNICATION, code: 'upstream_unreachable' };
    case 'unreadable':
    case 'no_url':
    default:
      return BAD_ANSWER;
  }
}

function refusalOfStatus(status: number, agentId: string): Refusal {
  switch (status) {
    case 401: {
      const error = 'ElevenLabs API key is invalid or unauthorized.';
      return { status, error, code: 'upstream_auth' };
    }
    case 402:
      return { status, error: COMMUNICATION, code: 'upstream_quota' };
    case 404: {
      const error = `Agent ID ${agentId} not found or invalid at ElevenLabs.`;
      return { status, error, code: 'upstream_agent_not_found' };
    }
    case 429:
      return { status, error: COMMUNICATION, code: 'upstream_rate_limited' };
    default:
      return { status, error: COMMUNICATION, code: 'upstream_error' };
  }
}
