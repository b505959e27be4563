import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATA_FILE } from './sqlite-schema.ts';

/** Writes all that there is into a new file, as it is at one moment; the backend may go on meanwhile. */
export function saveTo(folder: string, file: string): void {
  const db = new DatabaseSync(join(folder, DATA_FILE), { readOnly: true });
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.close();
  }
}

/** Puts a saved file in the place of what there is. The backend must not run. Throws where the file is not one of ours. */
export function restoreFrom(folder: string, file: string): void {
  check(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = join(folder, DATA_FILE);
  copyFileSync(file, `${place}.new`);
  // What was not yet in the old file belongs to that one.
  for (const more of ['-wal', '-shm']) rmSync(place + more, { force: true });
  renameSync(`${place}.new`, place);
}

function check(file: string): void {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    db.prepare('SELECT count(*) FROM tokens').get();
  } catch (cause) {
    throw new Error(`${file} was not saved by a backend.`, { cause });
  } finally {
    db.close();
  }
}
