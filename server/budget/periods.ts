/** A stretch of time for which something is counted. */
export interface Period {
  /** Unlike that of every other one. */
  readonly name: string;
  /** In milliseconds since the epoch. */
  readonly endsAt: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The minute, the day and the month of a moment, in UTC. */
export function periodsOf(now: number): { minute: Period; day: Period; month: Period } {
  const minute = Math.floor(now / MINUTE_MS);
  const date = new Date(now);
  const iso = date.toISOString();
  return {
    minute: { name: String(minute), endsAt: (minute + 1) * MINUTE_MS },
    day: { name: iso.slice(0, 10), endsAt: (Math.floor(now / DAY_MS) + 1) * DAY_MS },
    month: {
      name: iso.slice(0, 7),
      endsAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
    },
  };
}
