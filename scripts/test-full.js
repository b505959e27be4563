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
  const code = await run('playwright', ['test', '--project=chromium', 'test/e2e/faults'], more);
  await run('node', ['test/support/print-faults.ts']);
  return code;
}

const outcomes = [];
for (const { name, go } of RUNS) {
  const start = performance.now();
  const hasPassed = (await go()) === 0;
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  outcomes.push({
    hasPassed,
    line: `${hasPassed ? 'passed' : 'FAILED'} in ${minutes} min: ${name}`,
  });
}
process.stdout.write(`\n${outcomes.map(({ line }) => line).join('\n')}\n`);
process.exitCode = outcomes.every(({ hasPassed }) => hasPassed) ? 0 : 1;
