import type { DatabaseSync } from 'node:sqlite';

/** Does something that no other process can come between, and that is there in full or not at all. */
export type Transaction = <T>(work: () => T) => Promise<T>;

interface Waiting {
  /** Does its part; gives what tells of it. */
  readonly take: () => () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Transactions of a database. What is asked for in one turn of the event loop is written together, one
 * after the other, and is told of when it is written: under load, that is most of the cost.
 */
export function transactions(db: DatabaseSync): Transaction {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    try {
      begin.run();
      const tell = batch.map(({ take }) => take());
      commit.run();
      for (const each of tell) each();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const { fail } of batch) fail(error);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({
        take: () => {
          const result = work();
          return () => resolve(result);
        },
        fail: reject,
      });
    });
}
