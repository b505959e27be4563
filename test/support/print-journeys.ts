// Prints the table of journeys from the reports of both browsers' tests; fails where one of them is missing a test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableOf } from './journey-table.ts';
import { BROWSERS, JOURNEYS } from './journeys.ts';
import { ranIn } from './playwright-report.ts';

const reports = BROWSERS.map((browser) => join('test-results', `${browser}.json`));
const ran = reports
  .filter((path) => existsSync(path))
  .flatMap((path) => ranIn(JSON.parse(readFileSync(path, 'utf8'))));
const { text, faults } = tableOf(JOURNEYS, ran);
process.stdout.write(`\n${text}\n`);
for (const fault of faults) process.stderr.write(`Journeys: ${fault}.\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
