import type { DatabaseSync } from 'node:sqlite';

/** Does something between a beginning and an end that no other process can come between. */
export type Transaction = <T>(work: () => T) => T;

/** Transactions of a database. */
export function transactions(db: DatabaseSync): Transaction {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
}
