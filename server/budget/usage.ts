import type { Limit } from '../../core/limit.ts';
import type { Store } from '../store/store.ts';
import type { Token } from '../tokens/token.ts';
import { type Limited, type ServerBudget, mintLimits, timeLimits } from './limits.ts';

/** How much of something has been used. */
export interface Figure {
  readonly limit: Limit;
  /** Conversations, or minutes with a fraction. */
  readonly used: number;
  /** Null is no limit. */
  readonly most: number | null;
  /** When it begins anew, in milliseconds since the epoch; null where it never does. */
  readonly resetsAt: number | null;
}

const MINUTE_MS = 60_000;
const NO_BUDGET: ServerBudget = { mintsPerDay: null, minutesPerDay: null };

/** What a token has used: its own figures, and none of anybody else's. */
export async function usageOf(store: Store, token: Token, now: number): Promise<Figure[]> {
  const mints = mintLimits(token, NO_BUDGET, now).filter(isOwn);
  const times = timeLimits(token, NO_BUDGET, now).filter(isOwn);
  const [running, counts] = await Promise.all([
    store.running(token.id, now),
    store.counts([...mints, ...times].map(({ key }) => key)),
  ]);
  const used = (i: number): number => counts[i] ?? 0;
  const { concurrent } = token.grant;
  return [
    ...mints.map((limited, i) => figure(limited, used(i), 1)),
    { limit: 'concurrent', used: running, most: concurrent, resetsAt: null },
    ...times.map((limited, i) => figure(limited, used(mints.length + i), MINUTE_MS)),
  ];
}

/** What all tokens have used together today. */
export async function serverUsage(
  store: Store,
  all: ServerBudget,
  now: number,
): Promise<readonly Figure[]> {
  const counters = [...mintLimits(null, all, now), ...timeLimits(null, all, now)];
  const counts = await store.counts(counters.map(({ key }) => key));
  return counters.map((limited, i) =>
    figure(limited, counts[i] ?? 0, limited.add === 0 ? MINUTE_MS : 1),
  );
}

function isOwn({ limit }: Limited): boolean {
  return !limit.startsWith('server_');
}

function figure({ limit, cap, resetsAt }: Limited, used: number, unit: number): Figure {
  return { limit, used: used / unit, most: cap === null ? null : cap / unit, resetsAt };
}
