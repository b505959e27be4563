/** What a person can do about a failure, offered as a button beside its sentence. */
export type Remedy = 'call_again' | 'microphone' | 'options' | 'sound' | 'switch' | 'none';

interface Kind {
  readonly remedy: Remedy;
  /** Whether it is over after a while, whatever the person does. */
  readonly passes?: true;
}

/**
 * Every expected failure of a conversation, by its code. The sentence a person reads
 * stands in the locale under `failure_<code>`.
 */
const KINDS = {
  // the microphone
  microphone_prompt: { remedy: 'microphone' },
  microphone_denied: { remedy: 'microphone' },
  microphone_missing: { remedy: 'call_again' },
  microphone_busy: { remedy: 'sound' },
  microphone_lost: { remedy: 'call_again' },
  // the rest of the sound
  sound_missing: { remedy: 'sound' },
  // who may start what
  busy: { remedy: 'switch' },
  site_disabled: { remedy: 'none' },
  agent_id_invalid: { remedy: 'none' },
  none_approved: { remedy: 'none' },
  too_many_starts: { remedy: 'call_again', passes: true },
  // the backend
  backend_unreachable: { remedy: 'options' },
  backend_timeout: { remedy: 'call_again' },
  backend_redirected: { remedy: 'options' },
  backend_bad_answer: { remedy: 'options' },
  backend_error: { remedy: 'call_again', passes: true },
  backend_refused: { remedy: 'options' },
  agent_unknown: { remedy: 'none' },
  agent_forbidden: { remedy: 'none' },
  agent_not_found: { remedy: 'none' },
  upstream_auth: { remedy: 'none' },
  upstream_timeout: { remedy: 'call_again' },
  upstream_error: { remedy: 'call_again', passes: true },
  rate_limited: { remedy: 'call_again', passes: true },
  // who may use the backend, and how much
  token_required: { remedy: 'options' },
  token_invalid: { remedy: 'options' },
  token_expired: { remedy: 'options' },
  token_agent: { remedy: 'none' },
  token_site: { remedy: 'none' },
  pairing_refused: { remedy: 'none' },
  limit_per_minute: { remedy: 'call_again', passes: true },
  limit_per_day: { remedy: 'none' },
  limit_concurrent: { remedy: 'call_again', passes: true },
  limit_minutes_per_day: { remedy: 'none' },
  limit_minutes_per_month: { remedy: 'none' },
  limit_server_per_day: { remedy: 'none' },
  limit_server_minutes_per_day: { remedy: 'none' },
  limit_address_per_minute: { remedy: 'call_again', passes: true },
  signed_url_refused: { remedy: 'none' },
  // the conversation itself
  connect_timeout: { remedy: 'call_again' },
  authorization: { remedy: 'call_again' },
  quota: { remedy: 'none' },
  protocol: { remedy: 'call_again' },
  network: { remedy: 'call_again' },
  max_length: { remedy: 'call_again' },
  silence: { remedy: 'call_again' },
  budget: { remedy: 'none' },
  agent_error: { remedy: 'call_again' },
  tab_closed: { remedy: 'none' },
  not_running: { remedy: 'none' },
  panel_refused: { remedy: 'none' },
  host_lost: { remedy: 'call_again' },
  unexpected: { remedy: 'call_again' },
  // marking
  page_closed: { remedy: 'none' },
} as const satisfies Record<string, Kind>;

/** The stable word for a failure. */
export type FailureCode = keyof typeof KINDS;

/** All codes, for tables and tests; called pure, so that pages are spared it. */
export const FAILURE_CODES: readonly FailureCode[] =
  /* @__PURE__ */ Object.keys(KINDS).filter(isFailureCode);

/** Whether a word is a failure's code. */
function isFailureCode(word: string): word is FailureCode {
  return Object.hasOwn(KINDS, word);
}

/** What a person can do about it. */
export function remedy(code: FailureCode): Remedy {
  return KINDS[code].remedy;
}

/** Whether all there is to do about it is to wait and try again. */
export function passesByItself(code: FailureCode): boolean {
  return 'passes' in KINDS[code];
}
