import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Counter, Lease, LeaseWish, Touch } from './store.ts';

type Add = (key: string, amount: number, expiresAt: number) => void;
type Row = Readonly<Record<string, unknown>>;

/** Never: how many conversations run is counted for as long as there are tokens. */
const NEVER = Number.MAX_SAFE_INTEGER;

const SQL = {
  byId: 'SELECT * FROM leases WHERE id = ?',
  byConversation: 'SELECT * FROM leases WHERE conversation = ?',
  insert: 'INSERT INTO leases (id, owner, at, touched_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  update: `
    UPDATE leases SET touched_at = ?, expires_at = ?, spent = spent + ?, is_running = ?, is_over = ?,
      conversation = coalesce(conversation, ?)
    WHERE id = ?`,
  name: 'UPDATE leases SET conversation = coalesce(conversation, ?) WHERE id = ?',
  remove: 'DELETE FROM leases WHERE id = ?',
  retire: 'UPDATE leases SET is_running = 0 WHERE owner = ? AND is_running = 1 AND expires_at <= ?',
  first: 'SELECT min(expires_at) AS at FROM leases WHERE owner = ? AND is_running = 1',
  count: 'SELECT value FROM counters WHERE key = ?',
  report: 'UPDATE leases SET spent = ?, is_reported = 1 WHERE id = ?',
} as const;

/** Leases in SQLite; all of it goes on within a transaction of the caller's. */
export class LeaseTable {
  readonly #sql: Readonly<Record<keyof typeof SQL, StatementSync>>;
  readonly #add: Add;

  /** @param add adds to a counter */
  constructor(db: DatabaseSync, add: Add) {
    const prepare = (name: keyof typeof SQL) => db.prepare(SQL[name]);
    this.#sql = {
      byId: prepare('byId'),
      byConversation: prepare('byConversation'),
      insert: prepare('insert'),
      update: prepare('update'),
      name: prepare('name'),
      remove: prepare('remove'),
      retire: prepare('retire'),
      first: prepare('first'),
      count: prepare('count'),
      report: prepare('report'),
    };
    this.#add = add;
  }

  byId(id: string): Lease | null {
    return leaseOf(this.#sql.byId.get(id));
  }

  byConversation(conversation: string): Lease | null {
    return leaseOf(this.#sql.byConversation.get(conversation));
  }

  /** How many run: kept as they come and go, for counting rows takes longer the more there are. */
  running(owner: string): number {
    return Number(this.#sql.count.get(runningKey(owner))?.['value'] ?? 0);
  }

  freeAt(owner: string): number | null {
    return Number(this.#sql.first.get(owner)?.['at']) || null;
  }

  retire(owner: string, now: number): void {
    this.#more(owner, -Number(this.#sql.retire.run(owner, now).changes));
  }

  open({ id, owner, now, expiresAt }: LeaseWish): void {
    this.#sql.insert.run(id, owner, now, now, expiresAt);
    this.#more(owner, 1);
  }

  drop(id: string): void {
    const row = this.#sql.byId.get(id);
    if (row?.['is_running'] === 1) this.#more(String(row['owner']), -1);
    this.#sql.remove.run(id);
  }

  name(id: string, conversation: string): void {
    if (this.byConversation(conversation) === null) this.#sql.name.run(conversation, id);
  }

  touch(touch: Touch): Lease | null {
    const { id, owner, now, expiresAt, counters, conversation } = touch;
    const row = this.#sql.byId.get(id);
    if (row === undefined || row['owner'] !== owner || row['is_over'] === 1) return null;
    const elapsed = elapsedOf(row, touch);
    const isOver = expiresAt === null;
    const isKnown = conversation !== null && this.byConversation(conversation) !== null;
    const values = [now, expiresAt ?? now, elapsed, isOver ? 0 : 1, isOver ? 1 : 0];
    this.#sql.update.run(...values, isKnown ? null : conversation, id);
    this.#more(owner, (isOver ? 0 : 1) - Number(row['is_running']));
    this.#spend(counters, elapsed);
    return this.byId(id);
  }

  settle(id: string, spent: number, counters: readonly Counter[]): boolean {
    const lease = this.byId(id);
    if (lease === null || lease.isReported) return false;
    this.#sql.report.run(spent, id);
    this.#spend(counters, spent - lease.spent);
    return true;
  }

  #more(owner: string, amount: number): void {
    if (amount !== 0) this.#add(runningKey(owner), amount, NEVER);
  }

  #spend(counters: readonly Counter[], amount: number): void {
    for (const { key, expiresAt } of counters) this.#add(key, amount, expiresAt);
  }
}

function runningKey(owner: string): string {
  return `running:${owner}`;
}

/** Milliseconds since the last touch; nobody has said that it went on after its lease was over. */
function elapsedOf(row: Row, { now, isUnused }: Touch): number {
  if (row['is_reported'] === 1 || (isUnused && !isTouched(row))) return 0;
  return Math.max(0, Math.min(now, Number(row['expires_at'])) - Number(row['touched_at']));
}

function isTouched(row: Row): boolean {
  return row['touched_at'] !== row['at'];
}

function leaseOf(row: Row | undefined): Lease | null {
  if (row === undefined) return null;
  return {
    id: String(row['id']),
    owner: String(row['owner']),
    at: Number(row['at']),
    spent: Number(row['spent']),
    isReported: row['is_reported'] === 1,
    isTouched: isTouched(row),
  };
}
