import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RESULTS, count } from '../../../scripts/test/count.js';
import { type Step, vitest } from '../../../scripts/test/steps.js';

const LINT: Step = { name: 'lint', title: 'lint', command: 'oxlint', args: [], load: 'one' };

/** A step whose runner has written this. */
function reported(text: string): Step {
  const name = `counted-${process.pid}`;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.json`), text);
  onTestFinished(() => rmSync(join(RESULTS, `${name}.json`)));
  return vitest(name, 'one');
}

const VITEST = JSON.stringify({ numPassedTests: 7, numTotalTests: 7 });

test.each([
  ['Vitest, all good', VITEST, 0, { passed: 7, failed: 0 }],
  ['Vitest, skipped', '{"numPassedTests":5,"numTotalTests":7}', 0, { passed: 5, failed: 2 }],
  ['Vitest, broken beside its tests', VITEST, 1, { passed: 7, failed: 1 }],
  [
    'Playwright, flaky and skipped',
    '{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":1}}',
    1,
    { passed: 4, failed: 3 },
  ],
  ['half of a report', '{"stats":', 0, { passed: 0, failed: 1 }],
] as const)('%s', (_what, text, code, expected) => {
  expect(count(reported(text), code)).toEqual(expected);
});

test('a runner that wrote no report has failed, even if it says otherwise', () => {
  expect(count(vitest('never-run', 'one'), 0)).toEqual({ passed: 0, failed: 1 });
});

test('a step without a report is itself a test', () => {
  expect(count(LINT, 0)).toEqual({ passed: 1, failed: 0 });
  expect(count(LINT, 2)).toEqual({ passed: 0, failed: 1 });
});
