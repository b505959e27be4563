import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../set-up.js';

/** Where the runners write what has come of each test. */
export const RESULTS = join(ROOT, 'test-results');

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts the tests of a step that has ended. A runner that crashed, or wrote no report, has failed, whatever its
 * tests did; a step without a report is itself one test.
 * @param {import('./steps.js').Step} step
 * @param {number} code its exit code
 * @returns {Count}
 */
export function count({ report }, code) {
  const asOne = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (report === undefined) return asOne;
  const counted = countIn(report);
  if (counted === null) return { passed: 0, failed: 1 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * What a report says, by Vitest or by Playwright; null where there is none, or half of one.
 * @param {string} report
 * @returns {Count | null}
 */
function countIn(report) {
  try {
    const { numPassedTests, numTotalTests, stats } = JSON.parse(
      readFileSync(join(RESULTS, report), 'utf8'),
    );
    // Whatever did not simply pass has failed: flaky and skipped tests, too.
    return stats
      ? { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
      : { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  } catch {
    return null;
  }
}
