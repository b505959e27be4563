import type { Redis } from './redis-client.ts';
import { list, text } from './redis-reply.ts';
import {
  ADD_ONCE,
  GIVE_BACK,
  LEASE_FIELDS,
  LEASE_KEPT_MS,
  RESERVE,
  SETTLE,
  type Script,
  TOUCH,
} from './redis-scripts.ts';
import type { Counter, Lease, LeaseWish, Reservation, Store } from './store.ts';

type Budgets = Pick<
  Store,
  | 'reserve'
  | 'giveBack'
  | 'lease'
  | 'leaseOf'
  | 'name'
  | 'touch'
  | 'settle'
  | 'addOnce'
  | 'counts'
  | 'running'
>;

/** Counters and leases in Redis. */
export function redisBudgets(redis: Redis): Budgets {
  const { run, send, key } = redis;
  const lease = async (id: string) =>
    leaseOf(await send('HMGET', key(leaseKey(id)), ...LEASE_FIELDS));
  const once = async (script: Script, place: string, value: number, counters: readonly Counter[]) =>
    isOne(await run(script, [place, ...counters.map(counterKey)], [value, ...amounts(counters)]));
  return {
    lease,
    reserve: async (counters, wish) =>
      reservationOf(await run(RESERVE, reserved(counters, wish), reserving(counters, wish))),
    async giveBack(counters, leaseId) {
      const owner = leaseId === null ? '' : ((await lease(leaseId))?.owner ?? '');
      const id = leaseId ?? '';
      const keys = [leaseKey(id), runningKey(owner), ...counters.map(counterKey)];
      const less = counters.map((counter) => ({ ...counter, add: -counter.add }));
      await run(GIVE_BACK, keys, [id, ...amounts(less)]);
    },
    async leaseOf(conversation) {
      const id = await send('GET', key(conversationKey(conversation)));
      return id === null ? null : lease(text(id));
    },
    async name(id, conversation, expiresAt) {
      const until = String(expiresAt + LEASE_KEPT_MS);
      await send('SET', key(conversationKey(conversation)), id, 'NX', 'PXAT', until);
    },
    async touch({ id, owner, now, expiresAt, isUnused, counters, conversation }) {
      const place = conversationKey(conversation ?? '');
      const keys = [leaseKey(id), runningKey(owner), place, ...counters.map(counterKey)];
      const lasting = [now, expiresAt ?? '', conversation === null ? 0 : 1, isUnused ? 1 : 0];
      const reply = await run(TOUCH, keys, [id, owner, ...lasting, ...amounts(counters)]);
      return reply === null ? null : leaseOf(reply);
    },
    settle: (id, spent, counters) => once(SETTLE, leaseKey(id), spent, counters),
    addOnce: (id, expiresAt, counters) => once(ADD_ONCE, `once:${id}`, expiresAt, counters),
    async counts(names) {
      if (names.length === 0) return [];
      const keys = names.map((name) => key(counterKey({ key: name })));
      return list(await send('MGET', ...keys)).map(Number);
    },
    running: async (owner, now) =>
      Number(await send('ZCOUNT', key(runningKey(owner)), `(${now}`, '+inf')),
  };
}

function reserved(counters: readonly Counter[], lease: LeaseWish | null): readonly string[] {
  const keys = counters.map(counterKey);
  return lease === null ? keys : [...keys, leaseKey(lease.id), runningKey(lease.owner)];
}

function reserving(
  counters: readonly Counter[],
  lease: LeaseWish | null,
): readonly (string | number)[] {
  const values = counters.flatMap(({ cap, add, expiresAt }) => [cap ?? '', add, expiresAt]);
  if (lease === null) return [counters.length, ...values];
  const { id, owner, now, expiresAt, cap } = lease;
  return [counters.length, ...values, id, owner, now, expiresAt, cap ?? ''];
}

function reservationOf(reply: unknown): Reservation {
  const [what, which] = list(reply);
  if (what === 'good') return { ok: true };
  if (what === 'leases') return { ok: false, over: 'leases', freeAt: Number(which) };
  return { ok: false, over: Number(which) };
}

function leaseOf(reply: unknown): Lease | null {
  const [id, owner, at, spent, reported, touched] = list(reply);
  if (id === null || id === undefined) return null;
  return {
    id: text(id),
    owner: text(owner),
    at: Number(at),
    spent: Number(spent),
    isReported: reported === '1',
    isTouched: touched !== at,
  };
}

/** What is added to each counter, and until when it is kept. */
function amounts(counters: readonly Counter[]): readonly number[] {
  return counters.flatMap(({ add, expiresAt }) => [add, expiresAt]);
}

function counterKey({ key }: Pick<Counter, 'key'>): string {
  return `count:${key}`;
}

function leaseKey(id: string): string {
  return `lease:${id}`;
}

function runningKey(owner: string): string {
  return `running:${owner}`;
}

function conversationKey(conversation: string): string {
  return `conversation:${conversation}`;
}

function isOne(reply: unknown): boolean {
  return Number(reply) === 1;
}
