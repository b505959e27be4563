import type { DatabaseSync } from 'node:sqlite';
import { purge } from './sqlite-schema.ts';
import { LeaseTable } from './sqlite-leases.ts';
import { transactions } from './sqlite-transaction.ts';
import type { Counter, LeaseWish, Reservation, Store } from './store.ts';

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

/** After how many milliseconds what is over is deleted. */
const PURGE_EVERY_MS = 60_000;

/** Counters and leases in SQLite. */
export function sqliteBudgets(db: DatabaseSync): Budgets {
  const transaction = transactions(db);
  const counters = counterTable(db);
  const leases = new LeaseTable(db, counters.add);
  const first = db.prepare('INSERT INTO once VALUES (?, ?) ON CONFLICT DO NOTHING');
  let purgedAt = 0;
  return {
    reserve: async (wanted, lease) => {
      const now = lease?.now ?? Date.now();
      if (now - purgedAt > PURGE_EVERY_MS) {
        purge(db, now);
        purgedAt = now;
      }
      return transaction(() => reserve(counters, leases, wanted, lease));
    },
    giveBack: async (taken, leaseId) =>
      transaction(() => {
        for (const { key, add, expiresAt } of taken) counters.add(key, -add, expiresAt);
        if (leaseId !== null) leases.drop(leaseId);
      }),
    lease: async (id) => leases.byId(id),
    leaseOf: async (conversation) => leases.byConversation(conversation),
    name: async (leaseId, conversation) => transaction(() => leases.name(leaseId, conversation)),
    touch: async (touch) => transaction(() => leases.touch(touch)),
    settle: async (leaseId, spent, of) => transaction(() => leases.settle(leaseId, spent, of)),
    addOnce: async (id, expiresAt, of) =>
      transaction(() => {
        if (Number(first.run(id, expiresAt).changes) === 0) return false;
        for (const { key, add, expiresAt: until } of of) counters.add(key, add, until);
        return true;
      }),
    counts: async (keys) => keys.map(counters.value),
    running: async (owner, now) =>
      transaction(() => {
        leases.retire(owner, now);
        return leases.running(owner);
      }),
  };
}

function reserve(
  counters: CounterTable,
  leases: LeaseTable,
  wanted: readonly Counter[],
  lease: LeaseWish | null,
): Reservation {
  const over = wanted.findIndex(({ key, cap }) => cap !== null && counters.value(key) >= cap);
  if (over >= 0) return { ok: false, over };
  if (lease !== null) {
    leases.retire(lease.owner, lease.now);
    if (lease.cap !== null && leases.running(lease.owner) >= lease.cap) {
      return { ok: false, over: 'leases', freeAt: leases.freeAt(lease.owner) ?? lease.now };
    }
    leases.open(lease);
  }
  for (const { key, add, expiresAt } of wanted) if (add > 0) counters.add(key, add, expiresAt);
  return { ok: true };
}

/** The table of counters. */
type CounterTable = ReturnType<typeof counterTable>;

function counterTable(db: DatabaseSync) {
  const get = db.prepare('SELECT value FROM counters WHERE key = ?');
  const put = db.prepare(
    `INSERT INTO counters VALUES (?1, max(0, ?2), ?3)
     ON CONFLICT DO UPDATE SET value = max(0, value + ?2)`,
  );
  return {
    value: (key: string): number => Number(get.get(key)?.['value'] ?? 0),
    add: (key: string, amount: number, expiresAt: number): void =>
      void put.run(key, amount, expiresAt),
  };
}
