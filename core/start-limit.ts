/** A site may start one conversation within so many milliseconds, and so many within an hour. */
const GAP_MS = 10_000;
const HOUR_MS = 3_600_000;
const PER_HOUR = 20;

/** The starts of one site that still count; times in milliseconds since the epoch. */
export function recentStarts(starts: readonly number[], now: number): number[] {
  // A clock that was set back must not lock anybody out.
  return starts.filter((at) => at <= now && now - at < HOUR_MS);
}

/** After how many milliseconds a site may start a conversation; 0 is now. */
export function waitBeforeStart(starts: readonly number[], now: number): number {
  const recent = recentStarts(starts, now).toSorted((a, b) => a - b);
  const last = recent.at(-1);
  const gap = last === undefined ? 0 : last + GAP_MS - now;
  const oldest = recent.at(-PER_HOUR);
  const hour = oldest === undefined ? 0 : oldest + HOUR_MS - now;
  return Math.max(0, gap, hour);
}
