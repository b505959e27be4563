import type { Site } from './site.ts';

/** For how long an address that nobody used is kept, in milliseconds. */
export const PREFETCH_KEPT_MS = 60_000;

/** For one card it is asked once within so many milliseconds; for one site, so many times in a minute. */
const GAP_MS = 10_000;
const MINUTE_MS = 60_000;
const PER_MINUTE = 6;

/** An address that was asked for ahead. */
export interface Attempt {
  readonly site: Site;
  readonly tabId: number;
  readonly agentId: string;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

/** A person has come near a card: what is known of that moment. */
export interface Approach extends Omit<Attempt, 'site'> {
  /** Null where no extension may run. */
  readonly site: Site | null;
  /** Whether the person wants addresses to be asked for ahead. */
  readonly isWanted: boolean;
  /** Whether voice is on in the document. */
  readonly isOn: boolean;
  /** Whether a click would start at once: nobody would be asked, and nothing is in the way. */
  readonly isClear: boolean;
}

/** The attempts that still count. */
export function recentAttempts(attempts: readonly Attempt[], now: number): Attempt[] {
  // A clock that was set back must not keep them for ever.
  return attempts.filter(({ at }) => at <= now && now - at < MINUTE_MS);
}

/** The attempt to make, if one may be made now; null where it may not. */
export function attemptFor(approach: Approach, attempts: readonly Attempt[]): Attempt | null {
  const { site, tabId, agentId, at, isWanted, isOn, isClear } = approach;
  if (site === null || !isWanted || !isOn || !isClear) return null;
  const recent = recentAttempts(attempts, at);
  const ofSite = recent.filter((other) => other.site === site);
  const ofCard = recent.filter((other) => other.tabId === tabId && other.agentId === agentId);
  const isTooSoon = ofCard.some((other) => at - other.at < GAP_MS);
  return isTooSoon || ofSite.length >= PER_MINUTE ? null : { site, tabId, agentId, at };
}
