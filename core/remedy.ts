import { LIMITS, type Limit } from './limit.ts';

// Every expected failure of a conversation, by its code: those about which something can be done, by
// what that is, and all others. The sentence a person reads stands in the locale under `failure_<code>`.
// Every page that has a card loads the first, so it is kept short; the others stand in no page's script.

const MENDED = {
  microphone: ['microphone_prompt', 'microphone_denied'],
  sound: ['microphone_busy', 'sound_missing'],
  switch: ['busy'],
  options: [
    'backend_unreachable',
    'backend_redirected',
    'backend_bad_answer',
    'backend_refused',
    'token_required',
    'token_invalid',
    'token_expired',
  ],
  call_again: [
    'microphone_missing',
    'microphone_lost',
    'too_many_starts',
    'backend_timeout',
    'backend_error',
    'upstream_timeout',
    'upstream_error',
    'rate_limited',
    'connect_timeout',
    'authorization',
    'protocol',
    'network',
    'max_length',
    'silence',
    'agent_error',
    'window_closed',
    'host_lost',
    'unexpected',
  ],
} as const;

const OTHERS = [
  // who may start what
  'site_disabled',
  'agent_id_invalid',
  'none_approved',
  // the backend
  'agent_unknown',
  'agent_forbidden',
  'agent_not_found',
  'upstream_auth',
  'signed_url_refused',
  'token_agent',
  'token_site',
  'pairing_refused',
  // the conversation itself
  'quota',
  'budget',
  'tab_closed',
  'not_running',
  'panel_refused',
  // marking
  'page_closed',
] as const;

/** What a person can do about a failure, offered as a button beside its sentence. */
export type Remedy = keyof typeof MENDED | 'none';

/** The stable word for a failure; a limit of the backend has the limit's name in it. */
export type FailureCode =
  | (typeof MENDED)[keyof typeof MENDED][number]
  | (typeof OTHERS)[number]
  | `limit_${Limit}`;

/** All codes, for tables and tests; called pure, so that pages are spared it. */
export const FAILURE_CODES: readonly FailureCode[] = /* @__PURE__ */ allCodes();

function allCodes(): FailureCode[] {
  const limits = LIMITS.map((limit) => `limit_${limit}` as const);
  return [...Object.values(MENDED).flat(), ...OTHERS, ...limits];
}

/** What a person can do about it. */
export function remedy(code: FailureCode): Remedy {
  const found = Object.entries(MENDED).find(([, codes]) => codes.some((each) => each === code));
  return isRemedy(found?.[0]) ? found[0] : 'none';
}

/** Whether all there is to do about it is to wait and try again: a while, and not until another day. */
export function passesByItself(code: FailureCode): boolean {
  return PASSING.test(code);
}

const PASSING = /^(too_many_starts|(backend|upstream)_error|rate_limited)$|minute$|concurrent/;

function isRemedy(word: string | undefined): word is keyof typeof MENDED {
  return word !== undefined && word in MENDED;
}
