import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Page, chromium } from 'playwright';
import { findChromium } from '../../scripts/set-up.js';
import { bundle } from '../support/bundle.ts';
import { openHtml } from '../support/html-page.ts';
import type { Found } from './marks/in-page.ts';
import { HELD_OUT, PAIRS, TUNED } from './marks/pairs.ts';
import { type Row, LEAST, isEnough, table } from './marks/table.ts';

/**
 * Marks on pages before and after: whether ours, and a single selector of two libraries, lead to the right
 * place. In a real Chromium, since shadow roots, labels and selectors are what browsers make of them.
 * `--verbose` names each pair.
 */

const script = await bundle('test/bench/marks/in-page.ts');
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? chromium.executablePath(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
const rows: Row[] = [];
for (const [i, { kind, name }] of PAIRS.entries()) {
  const found = await take(page, i);
  rows.push({ kind, ...found });
  const isGood = found.ours === 'right' || found.ours === 'told';
  if (process.argv.includes('--verbose') || !isGood) print(`${found.ours}: ${kind}: ${name}`);
}
await browser.close();

const finder = gzipSync(await bundle('entrypoints/shared/page/locate.ts'), { level: 9 }).length;
const heldOut = rows.slice(TUNED.length);
print(table(`All ${rows.length} pairs`, rows));
print(table(`The ${HELD_OUT.length} held out`, heldOut));
print(`What finds marks again: ${(finder / 1_000).toFixed(1)} kB gzip`);
print(`Least: right ${LEAST.right} %, wrong ${LEAST.wrong}, told when missing ${LEAST.told} %`);
if (!isEnough(rows) || !isEnough(heldOut)) process.exitCode = 1;

async function take(on: Page, pair: number): Promise<Found> {
  const html = readFileSync(resolve('test/bench/marks/pages', `${PAIRS[pair]?.page}.html`), 'utf8');
  await openHtml(on, html, script);
  const { known, html: changed } = await on.evaluate((i) => window.bench.before(i), pair);
  await openHtml(on, changed, script);
  return on.evaluate((what) => window.bench.after(what), known);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
