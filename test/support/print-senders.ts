// Prints the table of senders of each browser from the report that its tests have written.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './journeys.ts';
import { senderRowsIn, senderTable } from './sender-table.ts';

for (const browser of BROWSERS) {
  const path = join('test-results', `${browser}.json`);
  const rows = existsSync(path) ? senderRowsIn(JSON.parse(readFileSync(path, 'utf8'))) : [];
  if (rows.length > 0) process.stdout.write(`\n${senderTable(browser, rows)}\n`);
}
