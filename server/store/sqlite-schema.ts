import type { DatabaseSync } from 'node:sqlite';

/** The file in the data directory. */
export const DATA_FILE = 'voice-cards.db';

/** Which shape the tables have; a change of theirs needs a step from here to there. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL UNIQUE,
    grant_json TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
  ) STRICT;
  CREATE TABLE pairings (
    name TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    token_json TEXT NOT NULL
  ) STRICT;
  CREATE TABLE counters (
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE leases (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    at INTEGER NOT NULL,
    touched_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0,
    is_running INTEGER NOT NULL DEFAULT 1,
    is_over INTEGER NOT NULL DEFAULT 0,
    is_reported INTEGER NOT NULL DEFAULT 0,
    conversation TEXT UNIQUE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX running_leases ON leases (owner, expires_at) WHERE is_running = 1;
  CREATE TABLE once (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Makes the tables where there are none yet. What a process has written outlives its end, however
 * that comes (the system holds it); a power cut may take back the last moments.
 * Throws where a newer version of the backend has been here.
 */
export function prepareTables(db: DatabaseSync): void {
  db.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  db.exec('BEGIN IMMEDIATE');
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version === 0) db.exec(`${TABLES} PRAGMA user_version = ${VERSION};`);
  db.exec('COMMIT');
  if (version > VERSION) throw new Error(`A newer backend has written this data (${version}).`);
}

/** Deletes what nobody will ask for any more. */
export function purge(db: DatabaseSync, now: number): void {
  const DAYS = 24 * 60 * 60_000;
  db.prepare('DELETE FROM counters WHERE expires_at < ?').run(now);
  db.prepare('DELETE FROM once WHERE expires_at < ?').run(now);
  db.prepare('DELETE FROM pairings WHERE expires_at < ?').run(now);
  // A report of a conversation may be days late.
  db.prepare('DELETE FROM leases WHERE expires_at < ?').run(now - LEASE_KEPT_DAYS * DAYS);
}

/** How long a lease can still be found after it is over, in days. */
const LEASE_KEPT_DAYS = 3;
