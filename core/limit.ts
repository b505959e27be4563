/** Everything that the backend limits, as it names it when there is no more. */
export const LIMITS = [
  'per_minute',
  'per_day',
  'concurrent',
  'minutes_per_day',
  'minutes_per_month',
  'server_per_day',
  'server_minutes_per_day',
  'address_per_minute',
] as const;

/** The name of a limit. */
export type Limit = (typeof LIMITS)[number];

/** How often a running conversation is reported to the backend, in milliseconds. */
export const LEASE_RENEWAL_MS = 20_000;

/** The header by which the backend learns from which site a conversation is started. */
export const SITE_HEADER = 'voice-cards-site';
