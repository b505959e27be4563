import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { run } from './run.js';
import { ROOT } from './set-up.js';

// `npm test`, and then what takes too long for it: repetitions and long runs, each by its own command.

/** @typedef {{ name: string, go: () => Promise<number> }} LongRun */

/** @type {LongRun[]} */
const RUNS = [
  { name: 'npm test', go: () => script('test.js') },
  {
    name: 'every fault, with its repetitions',
    go: everyFault,
  },
  { name: 'soak', go: () => script('soak.js', '--minutes', '30') },
  { name: 'fuzz', go: () => script('fuzz.js') },
];

/**
 * Runs a script of ours, which sets up what it needs and keeps the rest on this computer by itself.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
async function script(name, ...args) {
  const path = join(ROOT, 'scripts', name);
  const [code] = await once(spawn(process.execPath, [path, ...args], { stdio: 'inherit' }), 'exit');
  return code ?? 1;
}

/** Runs every fault in Chromium as often as it takes to see what is rare, and prints the table of faults. */
async function everyFault() {
  const report = join(ROOT, 'test-results', 'chromium.json');
  const more = { LONG: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--project=chromium', '--reporter=list,json', 'test/e2e/faults'];
  const code = await run('playwright', args, more);
  await run('node', ['test/support/print-faults.ts']);
  return code;
}

const start = performance.now();
const outcomes = [];
for (const { name, go } of RUNS) {
  const began = performance.now();
  const hasPassed = (await go()) === 0;
  const line = `${hasPassed ? 'passed' : 'FAILED'} in ${minutesSince(began)} min: ${name}`;
  outcomes.push({ hasPassed, line });
}
const hasAllPassed = outcomes.every(({ hasPassed }) => hasPassed);
const all = `${hasAllPassed ? 'passed' : 'FAILED'} in ${minutesSince(start)} min: all of it`;
process.stdout.write(`\n${[...outcomes.map(({ line }) => line), all].join('\n')}\n`);
process.exitCode = hasAllPassed ? 0 : 1;

/** @param {number} moment */
function minutesSince(moment) {
  return ((performance.now() - moment) / 60_000).toFixed(1);
}
