import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { setUpTests } from './set-up-tests.js';
import { ROOT, explainAndExit, setUp } from './set-up.js';

/**
 * Everything that `npm test` runs, in this order; `npm test -- lint browser` runs those alone.
 * @typedef {{ name: string, command: string, args: string[], report?: string }} Step
 */

const RESULTS = join(ROOT, 'test-results');

/** @type {Step[]} */
const STEPS = [
  ...['.', 'core', 'server', 'scripts', 'test/e2e'].map((project) => ({
    name: 'types',
    command: 'tsc',
    args: ['-p', project],
  })),
  { name: 'lint', command: 'oxlint', args: [] },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { name: 'dead-code', command: 'knip', args: [] },
  { name: 'build', command: 'wxt', args: ['zip'] },
  { name: 'build', command: 'wxt', args: ['zip', '-b', 'firefox'] },
  vitest('packages', ['--project=packages', '--reporter=default']),
  vitest('unit', ['--project=!packages', '--reporter=dot']),
  {
    name: 'browser',
    command: 'playwright',
    args: ['test', '--project=chromium'],
    report: 'chromium.json',
  },
  {
    name: 'firefox',
    command: 'playwright',
    args: ['test', '--project=firefox'],
    report: 'firefox.json',
  },
  { name: 'demo', command: 'node', args: ['scripts/demo.js', '--headless'] },
  { name: 'demo', command: 'node', args: ['scripts/demo.js', '--browser=firefox', '--headless'] },
  // Last, where they are seen: what all runners' tests have come to.
  { name: 'faults', command: 'node', args: ['test/support/print-faults.ts'] },
  { name: 'journeys', command: 'node', args: ['test/support/print-journeys.ts'] },
];

/**
 * A step of Vitest's, which reports each of its tests.
 * @param {string} name
 * @param {string[]} options
 * @returns {Step}
 */
function vitest(name, options) {
  const report = `${name}.json`;
  const json = ['--reporter=json', `--outputFile.json=test-results/${report}`];
  return { name, command: 'vitest', args: ['run', ...options, ...json], report };
}

/**
 * How many tests a step ran, by its runner's own report; a step without one is itself one test.
 * @param {Step} step
 * @param {number} code the step's exit code
 */
function count({ report }, code) {
  const path = report && join(RESULTS, report);
  if (!path || !existsSync(path)) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests, numTotalTests, stats } = JSON.parse(readFileSync(path, 'utf8'));
  const passed = numPassedTests ?? stats.expected;
  // Whatever did not simply pass has failed: flaky and skipped tests, too.
  const failed = stats
    ? stats.unexpected + stats.flaky + stats.skipped
    : numTotalTests - numPassedTests;
  // A runner may fail beside its tests, by a file that does not load.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/**
 * Where Playwright writes its report; the other runners are told by their arguments.
 * @param {Step} step
 * @returns {Record<string, string>}
 */
function reportTo({ command, report }) {
  if (command !== 'playwright' || !report) return {};
  return { PLAYWRIGHT_JSON_OUTPUT_FILE: join(RESULTS, report) };
}

/** @param {Step} step */
async function take(step) {
  // What an earlier step reported is not this one's.
  if (step.report) rmSync(join(RESULTS, step.report), { force: true });
  const start = performance.now();
  const code = await run(step.command, step.args, reportTo(step));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counted = count(step, code);
  const what = [step.command, ...step.args.slice(0, 2)].join(' ');
  process.stdout.write(
    `\n${step.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s (${what})\n\n`,
  );
  return counted;
}

const wanted = process.argv.slice(2);
const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await setUp().then(setUpTests).catch(explainAndExit);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
let [passed, failed] = [0, 0];
for (const step of steps) {
  const counted = await take(step);
  passed += counted.passed;
  failed += counted.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
