import { writeFileSync } from 'node:fs';
import { chromiumVersion } from './table/chromium.ts';
import { bargeInRows } from './barge-in.ts';
import { firstAudioRows } from './first-audio.ts';
import { hangingUpRows } from './hanging-up.ts';
import { loadingRows } from './loading.ts';
import { smoothnessRows } from './smoothness.ts';
import { startRows } from './start/rows.ts';
import { performancePage } from './table/page.ts';
import { type Row, print } from './table/row.ts';
import { watchingRows } from './watching.ts';

/** The speed table: measures every row, prints it, and writes docs/performance.md. */

const PAGE = 'docs/performance.md';

/** What gives rows, in the order of the table; each can be run alone. */
const MEASURES = [
  watchingRows,
  loadingRows,
  startRows,
  firstAudioRows,
  bargeInRows,
  smoothnessRows,
  hangingUpRows,
];

const rows: Row[] = [];
for (const measure of MEASURES) {
  const measured = await measure();
  for (const each of measured) print(each);
  rows.push(...measured);
}
writeFileSync(PAGE, performancePage(rows, await chromiumVersion()));
process.stdout.write(`Written to ${PAGE}.\n`);
if (rows.some(({ reached }) => !reached)) process.exitCode = 1;
