/** What a person can do about a failure, offered as a button beside its sentence. */
export type Remedy = 'call_again' | 'microphone' | 'options' | 'sound' | 'switch' | 'none';

/**
 * Every expected failure of a conversation, by its code. The sentence a person reads
 * stands in the locale under `failure_<code>`.
 */
const REMEDIES = {
  // the microphone
  microphone_prompt: 'microphone',
  microphone_denied: 'microphone',
  microphone_missing: 'call_again',
  microphone_busy: 'sound',
  microphone_lost: 'call_again',
  // the rest of the sound
  sound_missing: 'sound',
  // who may start what
  busy: 'switch',
  site_disabled: 'none',
  agent_id_invalid: 'none',
  none_approved: 'none',
  too_many_starts: 'call_again',
  // the backend
  backend_unreachable: 'options',
  backend_timeout: 'call_again',
  backend_redirected: 'options',
  backend_bad_answer: 'options',
  backend_error: 'call_again',
  backend_refused: 'options',
  agent_unknown: 'none',
  agent_forbidden: 'none',
  agent_not_found: 'none',
  upstream_auth: 'none',
  upstream_timeout: 'call_again',
  upstream_error: 'call_again',
  rate_limited: 'call_again',
  signed_url_refused: 'none',
  // the conversation itself
  connect_timeout: 'call_again',
  authorization: 'call_again',
  quota: 'none',
  protocol: 'call_again',
  network: 'call_again',
  max_length: 'call_again',
  silence: 'call_again',
  agent_error: 'call_again',
  tab_closed: 'none',
  window_closed: 'call_again',
  not_running: 'none',
  panel_refused: 'none',
  host_lost: 'call_again',
  unexpected: 'call_again',
  // marking
  page_closed: 'none',
} as const satisfies Record<string, Remedy>;

/** The stable word for a failure. */
export type FailureCode = keyof typeof REMEDIES;

/** All codes, for tables and tests; called pure, so that pages are spared it. */
export const FAILURE_CODES: readonly FailureCode[] =
  /* @__PURE__ */ Object.keys(REMEDIES).filter(isFailureCode);

/** Whether a word is a failure's code. */
function isFailureCode(word: string): word is FailureCode {
  return Object.hasOwn(REMEDIES, word);
}

/** What a person can do about it. */
export function remedy(code: FailureCode): Remedy {
  return REMEDIES[code];
}

/** What is over after a while, whatever the person does. */
const PASSING: readonly FailureCode[] = [
  'too_many_starts',
  'backend_error',
  'upstream_error',
  'rate_limited',
];

/** Whether all there is to do about it is to wait and try again. */
export function passesByItself(code: FailureCode): boolean {
  return PASSING.includes(code);
}
