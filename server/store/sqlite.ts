import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteBudgets } from './sqlite-budgets.ts';
import { DATA_FILE, prepareTables } from './sqlite-schema.ts';
import { sqliteTokens } from './sqlite-tokens.ts';
import type { Store } from './store.ts';

/**
 * Opens the store of one process, and of the commands beside it.
 * @param folder where its file is, made where it is missing; null keeps everything in memory
 */
export function openSqlite(folder: string | null): Store {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(folder === null ? ':memory:' : join(folder, DATA_FILE));
  prepareTables(db);
  return {
    ...sqliteTokens(db),
    ...sqliteBudgets(db),
    ping: async () => void db.prepare('SELECT 1').get(),
    close: async () => {
      // A backend may be closed by more than one who holds it.
      if (db.isOpen) db.close();
    },
  };
}
