import type { Limit } from '../../core/limit.ts';
import type { Counter } from '../store/store.ts';
import type { Token } from '../tokens/token.ts';
import { type Period, periodsOf } from './periods.ts';

/** A counter with what it is called where it is used up. */
export interface Limited extends Counter {
  readonly limit: Limit;
  /** When it begins anew, in milliseconds since the epoch. */
  readonly resetsAt: number;
}

/** What all tokens may use together in a day; null is no limit. */
export interface ServerBudget {
  readonly mintsPerDay: number | null;
  readonly minutesPerDay: number | null;
}

/** A report of a conversation may be days late, and is counted for when that began. */
const KEPT_MS = 4 * 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/** What beginning a conversation counts, the narrowest first. */
export function mintLimits(token: Token | null, all: ServerBudget, now: number): Limited[] {
  const { minute, day } = periodsOf(now);
  const server = counted('server_per_day', 'mints:all', all.mintsPerDay, day);
  if (token === null) return all.mintsPerDay === null ? [] : [server];
  const { id, grant } = token;
  const perMinute = counted('per_minute', `mints:${id}`, grant.perMinute, minute);
  const perDay = counted('per_day', `mints:${id}`, grant.perDay, day);
  return [...(grant.perMinute === null ? [] : [perMinute]), perDay, server];
}

/** How many conversations of a day may be given back unused, as a part of those that may begin. */
const UNUSED_PART = 1 / 2;

/** What giving an unused conversation back counts. */
export function unusedLimit({ id, grant: { perDay } }: Token, now: number): Limited {
  const cap = perDay === null ? null : Math.ceil(UNUSED_PART * perDay);
  return counted('per_day', `unused:${id}`, cap, periodsOf(now).day);
}

/** What a conversation's time is added to, for the periods in which it began; in milliseconds. */
export function timeLimits(token: Token | null, all: ServerBudget, at: number): Limited[] {
  const { day, month } = periodsOf(at);
  const server = timed('server_minutes_per_day', 'time:all', all.minutesPerDay, day);
  if (token === null) return all.minutesPerDay === null ? [] : [server];
  const { id, grant } = token;
  return [
    timed('minutes_per_day', `time:${id}`, grant.minutesPerDay, day),
    timed('minutes_per_month', `time:${id}`, grant.minutesPerMonth, month),
    server,
  ];
}

function counted(limit: Limit, what: string, cap: number | null, period: Period): Limited {
  const { name, endsAt } = period;
  return { limit, key: `${what}:${name}`, cap, add: 1, expiresAt: endsAt, resetsAt: endsAt };
}

function timed(limit: Limit, what: string, minutes: number | null, { name, endsAt }: Period) {
  const cap = minutes === null ? null : minutes * MINUTE_MS;
  const expiresAt = endsAt + KEPT_MS;
  return { limit, key: `${what}:${name}`, cap, add: 0, expiresAt, resetsAt: endsAt };
}
