import type { DatabaseSync } from 'node:sqlite';
import { readGrant, readPairedToken } from './kept.ts';
import { transactions } from './sqlite-transaction.ts';
import type { KeptToken, Pairing, Store } from './store.ts';

/** A row as SQLite gives it. */
type Row = Readonly<Record<string, unknown>>;

type Tokens = Pick<
  Store,
  | 'createToken'
  | 'tokens'
  | 'hasTokens'
  | 'tokenByHash'
  | 'revokeToken'
  | 'rotateToken'
  | 'offerPairing'
  | 'tryPairing'
  | 'takePairing'
>;

const REVOKE = 'UPDATE tokens SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL';
const ROTATE = 'UPDATE tokens SET hash = ? WHERE name = ? AND revoked_at IS NULL';

/** Tokens and pairings in SQLite. */
export function sqliteTokens(db: DatabaseSync): Tokens {
  const transaction = transactions(db);
  const all = db.prepare('SELECT * FROM tokens ORDER BY created_at, rowid');
  const any = db.prepare('SELECT 1 FROM tokens LIMIT 1');
  const known = knownTokens(db);
  const pairing = db.prepare(
    'SELECT * FROM pairings WHERE name = ? AND expires_at > ? AND tries_left > 0',
  );
  const lessTries = db.prepare('UPDATE pairings SET tries_left = tries_left - 1 WHERE name = ?');
  return {
    createToken: async (token) => known.after(insertToken(db, token)),
    tokens: async () =>
      all
        .all()
        .map(tokenOf)
        .map(({ hash: _hash, ...token }) => token),
    hasTokens: async () => any.get() !== undefined,
    tokenByHash: async (hash) => known.byHash(hash),
    revokeToken: async (name, now) => known.after(changed(db, REVOKE, [now, name])),
    rotateToken: async (name, hash) => known.after(changed(db, ROTATE, [hash, name])),
    offerPairing: async ({ name, hash, expiresAt, triesLeft, token }) => {
      const sql = 'INSERT OR REPLACE INTO pairings VALUES (?, ?, ?, ?, ?)';
      changed(db, sql, [name, hash, expiresAt, triesLeft, JSON.stringify(token)]);
    },
    tryPairing: async (name, now) =>
      transaction(() => {
        const row = pairing.get(name, now);
        if (row === undefined) return null;
        lessTries.run(name);
        return pairingOf(row);
      }),
    takePairing: async (name) => changed(db, 'DELETE FROM pairings WHERE name = ?', [name]),
  };
}

/** Tokens by hash, read again only after one may have changed: here, or by another process. */
function knownTokens(db: DatabaseSync) {
  const byHash = db.prepare('SELECT * FROM tokens WHERE hash = ?');
  // Another number once another connection has written, whatever it was.
  const version = db.prepare('PRAGMA data_version');
  const known = new Map<string, KeptToken>();
  let knownAt: unknown;
  return {
    byHash(hash: string): KeptToken | null {
      const now = version.get()?.['data_version'];
      if (now !== knownAt) known.clear();
      knownAt = now;
      const found = known.get(hash);
      if (found !== undefined) return found;
      const row = byHash.get(hash);
      if (row === undefined) return null;
      const token = tokenOf(row);
      known.set(hash, token);
      return token;
    },
    after<T>(result: T): T {
      known.clear();
      return result;
    },
  };
}

function insertToken(db: DatabaseSync, token: KeptToken): boolean {
  const { id, name, hash, grant, createdAt, expiresAt, revokedAt } = token;
  const sql = 'INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING';
  return changed(db, sql, [id, name, hash, JSON.stringify(grant), createdAt, expiresAt, revokedAt]);
}

/** Whether a statement changed anything. */
function changed(db: DatabaseSync, sql: string, values: readonly (string | number | null)[]) {
  return Number(db.prepare(sql).run(...values).changes) > 0;
}

function tokenOf(row: Row): KeptToken {
  return {
    id: String(row['id']),
    name: String(row['name']),
    hash: String(row['hash']),
    grant: readGrant(String(row['grant_json'])),
    createdAt: Number(row['created_at']),
    expiresAt: timeOf(row['expires_at']),
    revokedAt: timeOf(row['revoked_at']),
  };
}

function timeOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function pairingOf(row: Row): Pairing {
  return {
    name: String(row['name']),
    hash: String(row['hash']),
    expiresAt: Number(row['expires_at']),
    triesLeft: Number(row['tries_left']),
    token: readPairedToken(String(row['token_json'])),
  };
}
