import { clock } from './progress.js';

/** @typedef {{ title: string, passed: number, failed: number, seconds: number, cpu: number | null }} Row a step that was taken */

/** How many of the slowest tests are named. */
const NAMED = 10;

/**
 * What was done, step by step, and in all.
 * @param {readonly Row[]} rows
 * @param {number} seconds that it took in all; steps overlap
 */
export function stepTable(rows, seconds) {
  const sum = (/** @type {(row: Row) => number} */ of) =>
    rows.reduce((all, row) => all + of(row), 0);
  const all = {
    title: `all, in ${clock(1000 * seconds)} min`,
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    seconds,
    cpu: rows.some(({ cpu }) => cpu === null) ? null : sum(({ cpu }) => cpu ?? 0),
  };
  const hasCpu = all.cpu !== null;
  const head = ['step', 'tests', 'failed', 'seconds', ...(hasCpu ? ['CPU s'] : [])];
  return aligned([head, ...[...rows, all].map((row) => cells(row, hasCpu))]);
}

/**
 * @param {Row} row
 * @param {boolean} hasCpu
 */
function cells({ title, passed, failed, seconds, cpu }, hasCpu) {
  const figures = [`${passed + failed}`, failed > 0 ? `${failed}` : '', seconds.toFixed(1)];
  return [title, ...figures, ...(hasCpu ? [(cpu ?? 0).toFixed(1)] : [])];
}

/** @param {string[][]} lines */
function aligned(lines) {
  const widths = (lines[0] ?? []).map((_, i) =>
    Math.max(...lines.map((line) => line[i]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/**
 * The tests that took longest.
 * @param {readonly import('./news.js').Ended[]} tests
 */
export function slowest(tests) {
  const named = tests.toSorted((a, b) => b.ms - a.ms).slice(0, NAMED);
  return named.map(({ test, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${test}`).join('\n');
}
