import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';
import { setUpTests } from './set-up-tests.js';
import { explainAndExit, setUp } from './set-up.js';
import { changedSteps } from './test/changed.js';
import { choose } from './test/choose.js';
import { RESULTS, count } from './test/count.js';
import { cpuOfEnded } from './test/cpu.js';
import { newsReader } from './test/news.js';
import { Progress } from './test/progress.js';
import { schedule } from './test/schedule.js';
import { CHECKS, STEPS } from './test/steps.js';
import { slowest, stepTable } from './test/table.js';

// Runs everything; `npm test -- unit browser` those steps alone, `npm test -- changed` what this branch can touch.

/** @typedef {import('./test/steps.js').Step} Step */

/**
 * Where Playwright writes its report, which the other runners are told by their arguments; and whether to use colours.
 * @param {Step} step
 * @returns {Record<string, string>}
 */
function environmentFor({ command, report }) {
  return {
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    ...(command === 'playwright' &&
      report && { PLAYWRIGHT_JSON_OUTPUT_FILE: join(RESULTS, report) }),
  };
}

/**
 * Takes all of these steps, and prints what comes of them.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all of it has passed
 */
async function takeAll(steps) {
  const progress = new Progress(steps.length, process.stdout);
  const start = performance.now();
  /** @type {import('./test/table.js').Row[]} */
  const rows = [];
  /** @type {import('./test/news.js').Ended[]} */
  const tests = [];
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopped = true));
  const leave = (/** @type {Step} */ { title }) => {
    rows.push({ title, passed: 0, failed: 1, seconds: 0, cpu: 0 });
    progress.print(`FAILED  ${title}: not run: what it needs has failed, or the run was stopped`);
  };
  const take = async (/** @type {Step} */ step) => {
    if (isStopped) {
      leave(step);
      return false;
    }
    const row = await takeOne(step, { progress, tests });
    rows.push(row);
    return row.failed === 0;
  };
  await schedule(steps, availableParallelism(), { take, leave });
  progress.end();
  return sumUp(rows, tests, (performance.now() - start) / 1000);
}

/**
 * Takes a step. One line is printed if it passes, and all of its output if it fails.
 * @param {Step} step
 * @param {{ progress: Progress, tests: import('./test/news.js').Ended[] }} run
 * @returns {Promise<import('./test/table.js').Row>}
 */
async function takeOne(step, { progress, tests }) {
  const { title, command, args } = step;
  const start = performance.now();
  const shown = progress.begin(title);
  let output = '';
  const hear = newsReader(
    (news) => {
      shown.hear(news);
      if ('test' in news) tests.push({ ...news, test: `${title}: ${news.test}` });
    },
    (text) => (output += text),
  );
  const ways = { hear, isModest: step.load === 'rest' };
  const code = await run(command, args, environmentFor(step), ways).catch((error) => {
    output += `${error}\n`;
    return 1;
  });
  const seconds = (performance.now() - start) / 1000;
  const row = { title, ...count(step, code), seconds, cpu: cpuSince() };
  shown.end();
  const isGood = row.failed === 0;
  if (!isGood) progress.print(`\n${[command, ...args].join(' ')}`);
  if (!isGood || step.isTable) progress.print(output);
  const tested = step.report ? `${row.passed + row.failed} tests, ` : '';
  progress.print(`${isGood ? 'passed' : 'FAILED'}  ${title} (${tested}${seconds.toFixed(1)} s)`);
  return row;
}

let cpuSoFar = cpuOfEnded();

/** CPU seconds of the processes that have ended since the last call: of one step, since each is asked for at its end. */
function cpuSince() {
  const [before, now] = [cpuSoFar, cpuOfEnded()];
  cpuSoFar = now;
  return before === null || now === null ? null : now - before;
}

/**
 * Prints the table of steps, the slowest tests, and last how many tests have passed and failed.
 * @param {import('./test/table.js').Row[]} rows
 * @param {import('./test/news.js').Ended[]} tests
 * @param {number} seconds
 */
function sumUp(rows, tests, seconds) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  const named = tests.length > 0 ? `\nThe slowest tests:\n${slowest(tests)}\n` : '';
  process.stdout.write(
    `\n${stepTable(rows, seconds)}\n${named}\n${passed} passed, ${failed} failed\n`,
  );
  return failed === 0 && passed > 0;
}

async function test() {
  const names = process.argv.slice(2);
  const isChanged = names.length === 1 && names[0] === 'changed';
  const steps = isChanged ? changedSteps() : choose(STEPS, names);
  await setUp();
  // Types and words need neither browsers nor sound.
  if (!steps.every((step) => CHECKS.includes(step))) await setUpTests();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS);
  // What the set-up took is no part of the first step.
  cpuSince();
  return takeAll(steps);
}

process.exitCode = (await test().catch(explainAndExit)) ? 0 : 1;
