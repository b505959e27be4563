import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';

let folder = '';

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'voice-cards-folder-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('the folder is for its owner alone', async () => {
  const data = join(folder, 'a', 'data');
  await openSqlite(data).close();
  expect(statSync(data).mode & 0o777).toBe(0o700);
});
