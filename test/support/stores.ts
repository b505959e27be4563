import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openRedis } from '../../server/store/redis.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { type RedisServer, startRedis } from './redis.ts';

/** A store that is under test. */
export interface Tested {
  /** The store itself, a fresh one for each test. */
  readonly store: () => Store;
  /** Opens what it keeps once more, as another process does. */
  readonly again: () => Store;
  /** A name that no other test has used: Redis keeps what it was given. */
  readonly own: (name: string) => string;
}

/** Describes what every store does, and has each do it. */
export function describeStores(what: string, tests: (tested: Tested) => void): void {
  let redis: RedisServer;
  let folder: string;
  let store: Store;
  let run = 0;
  const stores = {
    SQLite: () => openSqlite(folder),
    Redis: () => openRedis(redis.url, () => undefined),
  };
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  describe.each(Object.entries(stores))(`${what} in %s`, (_name, open) => {
    beforeEach(() => {
      run++;
      folder = mkdtempSync(join(tmpdir(), 'voice-cards-store-'));
      store = open();
    });
    afterEach(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    tests({ store: () => store, again: open, own: (name) => `${name}-${run}` });
  });
}
