// Prints the table of faults from the reports that the tests have written, in Node and in the browsers.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultTable, rowsInBrowser, rowsInNode } from './fault-table.ts';

/** The report of this name; empty where those tests did not run. */
function report<T>(name: string, empty: T): T {
  const path = join('test-results', `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : empty;
}

const rows = [
  ...rowsInNode(report('unit', { testResults: [] })),
  ...['chromium', 'firefox'].flatMap((name) => rowsInBrowser(report(name, { suites: [] }))),
];
if (rows.length > 0) process.stdout.write(`\n${faultTable(rows)}\n`);
