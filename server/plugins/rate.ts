import { callbackify } from 'node:util';
import fastifyRateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { periodsOf } from '../budget/periods.ts';
import { type Refusal, Refused } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { Access } from './access.ts';

export interface RateOptions {
  readonly access: Access;
  /** Requests of one address in a minute. */
  readonly most: number;
  /** Where they are counted for all processes; null counts them in this one. */
  readonly shared: Store | null;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

const WINDOW_MS = 60_000;
const NONE = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

/** Slows down whoever asks too much, by their address (for IPv6, by its network); before any token is looked at. */
export function rate(app: FastifyInstance, { access, most, shared, today }: RateOptions): void {
  void app.register(fastifyRateLimit, {
    max: most,
    timeWindow: WINDOW_MS,
    // On this computer, without tokens, there is nobody to be told apart.
    allowList: () => access.isOpen(),
    skipOnError: true,
    addHeaders: NONE,
    addHeadersOnExceeding: NONE,
    errorResponseBuilder: (_request, { ttl }) => new Refused(tooMany(ttl, today())),
    ...(shared === null ? {} : { store: sharedCounts(shared, today) }),
  });
}

function tooMany(ttl: number, now: number): Refusal {
  return {
    status: 429,
    error: 'Too many requests came from this address in a minute.',
    code: 'limit_reached',
    limit: 'address_per_minute',
    resetsAt: new Date(now + ttl).toISOString(),
    retryAfter: Math.max(1, Math.ceil(ttl / 1000)),
  };
}

/** Counts in the store, by which several processes are as one. */
function sharedCounts(store: Store, today: () => number) {
  const count = callbackify(async (address: string, most: number) => {
    const now = today();
    const { name, endsAt } = periodsOf(now).minute;
    const counter = { key: `asked:${address}:${name}`, cap: most, add: 1, expiresAt: endsAt };
    const { ok } = await store.reserve([counter], null);
    return { current: ok ? 1 : most + 1, ttl: endsAt - now };
  });
  return class implements FastifyRateLimitStore {
    incr(
      address: string,
      done: Parameters<FastifyRateLimitStore['incr']>[1],
      _ms: number,
      most: number,
    ): void {
      count(address, most, done);
    }

    child(): this {
      return this;
    }
  };
}
