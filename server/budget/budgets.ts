import { randomUUID } from 'node:crypto';
import { LEASE_RENEWAL_MS, type Limit } from '../../core/limit.ts';
import type { Lease, LeaseWish, Store } from '../store/store.ts';
import type { Token } from '../tokens/token.ts';
import { type Limited, type ServerBudget, mintLimits, timeLimits, unusedLimit } from './limits.ts';

/** A conversation that may begin, or which limit is in the way. */
export type Beginning =
  | {
      readonly ok: true;
      /** By which its time is counted; conversations without a token have none. */
      readonly leaseId: string | null;
      /** Undoes it: the conversation does not begin after all. */
      readonly undo: () => Promise<void>;
    }
  | { readonly ok: false; readonly limit: Limit; readonly resetsAt: number };

/** How a running conversation stands. */
export interface Running {
  /** Whole seconds until a budget is used up; null where none limits it. */
  readonly secondsLeft: number | null;
}

/** What is told of a conversation, by whoever has it. */
export interface Said {
  /** As ElevenLabs calls it, once that is known. */
  readonly conversation: string | null;
  /** Whether nothing was used of its lease until now. */
  readonly isUnused: boolean;
}

/** For how long a conversation counts as running when nothing more is heard of it, in milliseconds. */
const LEASE_MS = 3 * LEASE_RENEWAL_MS;
/** What must be left of a budget for a conversation to begin, in milliseconds: less is over in a word. */
const LEAST_MS = 5_000;
/** How long it is remembered that a conversation has been reported, in milliseconds. */
const REPORTS_KEPT_MS = 7 * 24 * 60 * 60_000;

/** Who may still have a conversation, and for how long. Times are milliseconds since the epoch. */
export class Budgets {
  readonly #store: Store;
  readonly #all: ServerBudget;
  readonly #now: () => number;

  constructor(store: Store, all: ServerBudget, now: () => number) {
    this.#store = store;
    this.#all = all;
    this.#now = now;
  }

  /** Counts a conversation, if it may begin; without a token, for the whole server alone. */
  async begin(token: Token | null): Promise<Beginning> {
    const now = this.#now();
    const limits = this.#limits(token, now);
    const wish = token === null ? null : wishOf(token, now);
    const leaseId = wish?.id ?? null;
    if (leaseId === null && limits.length === 0) return { ok: true, leaseId, undo: nothing };
    const taken = await this.#store.reserve(limits, wish);
    if (taken.ok) {
      const counted = limits.filter(({ add }) => add > 0);
      return { ok: true, leaseId, undo: () => this.#store.giveBack(counted, leaseId) };
    }
    if (taken.over === 'leases') return { ok: false, limit: 'concurrent', resetsAt: taken.freeAt };
    return refusedBy(limits, taken.over);
  }

  #limits(token: Token | null, now: number): Limited[] {
    const time = timeLimits(token, this.#all, now).flatMap((limited) =>
      limited.cap === null ? [] : [{ ...limited, cap: limited.cap - LEAST_MS }],
    );
    return [...mintLimits(token, this.#all, now), ...time];
  }

  /** Remembers which conversation a lease is for, as ElevenLabs calls it. */
  async name(leaseId: string, conversation: string): Promise<void> {
    await this.#store.name(leaseId, conversation, this.#now() + LEASE_MS);
  }

  /** Counts the time since the last renewal; null where the token has no such lease. */
  async renew(token: Token, leaseId: string, said: Said): Promise<Running | null> {
    const lease = await this.#touch(token, leaseId, said, LEASE_MS);
    if (lease === null) return null;
    const limits = timeLimits(token, this.#all, lease.at);
    const spent = await this.#store.counts(limits.map(({ key }) => key));
    const left = limits.map(({ cap }, i) => (cap === null ? Infinity : cap - (spent[i] ?? 0)));
    const least = Math.max(0, Math.floor(Math.min(...left) / 1000));
    return { secondsLeft: Number.isFinite(least) ? least : null };
  }

  /** Counts the rest, or gives back what was never used, and lets another one begin; false where the token has no such lease. */
  async end(token: Token, leaseId: string, said: Said): Promise<boolean> {
    const before = said.isUnused ? await this.#store.lease(leaseId) : null;
    // Of two who end it at once, one alone is heard.
    if ((await this.#touch(token, leaseId, said, null)) === null) return false;
    if (before !== null && !before.isTouched) await this.#giveBack(token, before);
    return true;
  }

  /** Whoever has a token can claim what they like; so it counts until ElevenLabs says otherwise, and for so many alone. */
  async #giveBack(token: Token, { id, at }: Lease): Promise<void> {
    const now = this.#now();
    const quota = await this.#store.reserve([unusedLimit(token, now)], null);
    if (!quota.ok) return;
    const begun = this.#begun(token, at).map((each) => ({ ...each, add: -each.add }));
    await this.#store.addOnce(unusedKey(id), now + REPORTS_KEPT_MS, begun);
  }

  /** What a conversation was counted for when it began, but for its minute, which is over. */
  #begun(token: Token, at: number): Limited[] {
    return mintLimits(token, this.#all, at).filter(({ limit }) => limit !== 'per_minute');
  }

  async #touch(token: Token, id: string, said: Said, lasts: number | null) {
    const now = this.#now();
    const lease = await this.#store.lease(id);
    if (lease === null) return null;
    return this.#store.touch({
      id,
      owner: token.id,
      now,
      expiresAt: lasts === null ? null : now + lasts,
      counters: timeLimits(token, this.#all, lease.at),
      ...said,
    });
  }

  /**
   * Counts what ElevenLabs reports of a conversation that is over, once, in the place of our own
   * estimate; one that we know nothing of counts for the whole server.
   * @returns whether it was new
   */
  async report(conversation: string, durationMs: number): Promise<boolean> {
    const lease = await this.#store.leaseOf(conversation);
    const now = this.#now();
    if (lease !== null) {
      const isNew = await this.#store.settle(lease.id, durationMs, this.#countedFor(lease));
      if (isNew) await this.#takeBack(lease, now + REPORTS_KEPT_MS);
      return isNew;
    }
    const all = timeLimits(null, this.#all, now).map((each) => ({ ...each, add: durationMs }));
    return this.#store.addOnce(`report:${conversation}`, now + REPORTS_KEPT_MS, all);
  }

  /** What was said never to be used, and was, is counted again; and of what is reported nothing is given back from now on. */
  async #takeBack({ id, owner, at }: Lease, until: number): Promise<void> {
    if (await this.#store.addOnce(unusedKey(id), until, [])) return;
    await this.#store.reserve(this.#begun({ ...NOBODY, id: owner }, at).map(uncapped), null);
  }

  /** Its token may have ended since, which changes nothing about what was used. */
  #countedFor({ owner, at }: Lease): Limited[] {
    return timeLimits({ ...NOBODY, id: owner }, this.#all, at);
  }
}

function wishOf({ id: owner, grant }: Token, now: number): LeaseWish {
  return { id: newLeaseId(now), owner, now, expiresAt: now + LEASE_MS, cap: grant.concurrent };
}

/** A token of which only the id matters. */
const NOBODY: Token = {
  id: '',
  name: '',
  grant: {
    agents: null,
    sites: null,
    perMinute: null,
    perDay: null,
    concurrent: null,
    minutesPerDay: null,
    minutesPerMonth: null,
  },
  createdAt: 0,
  expiresAt: null,
  revokedAt: null,
};

function refusedBy(limits: readonly Limited[], index: number): Beginning {
  const over = limits[index];
  if (over === undefined) throw new Error('The store refuses by a limit that there is not.');
  return { ok: false, limit: over.limit, resetsAt: over.resetsAt };
}

function unusedKey(leaseId: string): string {
  return `unused:${leaseId}`;
}

function uncapped(limited: Limited): Limited {
  return { ...limited, cap: null };
}

async function nothing(): Promise<void> {}

/** Unguessable, and in the order of time, which keeps the store's index dense. */
function newLeaseId(now: number): string {
  return `${now.toString(36)}-${randomUUID()}`;
}
