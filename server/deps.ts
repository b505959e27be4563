import { randomBytes } from 'node:crypto';
import { type Clock, realClock } from './clock.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** What the backend takes from the world, so that tests can give something else. */
export interface Deps {
  readonly clock: Clock;
  /** Milliseconds since the epoch, as clocks on walls have it: budgets outlive the process. */
  readonly today: () => number;
  /** A fresh unguessable string of URL-safe characters. */
  readonly random: () => string;
  /** Milliseconds that ElevenLabs has for its answer; the extension gives us 5,000 for ours. */
  readonly upstreamTimeoutMs: number;
  readonly patience: Patience;
  /** Opens what must outlive a restart; it is closed with the backend. */
  readonly openStore: () => Store;
  /** Where log lines go; by default standard output. */
  readonly log?: { write(line: string): void };
}

/** For how long a caller is waited for, in milliseconds. */
export interface Patience {
  /** Until all headers of a request are there, from its first byte on. */
  readonly headersMs: number;
  /** Until all of it is there. */
  readonly requestMs: number;
  /** How often that is looked at. */
  readonly checkMs: number;
}

/** The world as it is; nothing outlives this backend in it. */
export const REAL: Deps = {
  clock: realClock,
  today: () => Date.now(),
  random: () => randomBytes(24).toString('base64url'),
  upstreamTimeoutMs: 4000,
  patience: { headersMs: 5000, requestMs: 10_000, checkMs: 1000 },
  openStore: () => openSqlite(null),
};
