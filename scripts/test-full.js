import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';
import { ROOT } from './set-up.js';

// `npm test`, and then what takes too long for it: repetitions and long runs, each by its own command.

/** @typedef {{ name: string, command: string, args: string[], env?: Record<string, string> }} LongRun */

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** @type {LongRun[]} */
const RUNS = [
  { name: 'npm test', command: 'node', args: ['scripts/test.js'] },
  {
    name: 'every fault, with its repetitions',
    command: 'playwright',
    args: ['test', '--project=chromium', 'test/e2e/faults'],
    env: { LONG: '1' },
  },
  { name: 'soak', command: 'node', args: ['scripts/soak.js', '--minutes', '30'] },
  ...['fuzz'].filter((name) => name in scripts).map(npmScript),
];

/**
 * What package.json calls by this name.
 * @param {string} name
 * @returns {LongRun}
 */
function npmScript(name) {
  return { name, command: 'npm', args: ['run', name] };
}

const outcomes = [];
for (const { name, command, args, env } of RUNS) {
  const start = performance.now();
  const hasPassed = (await run(command, args, env)) === 0;
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  outcomes.push({
    hasPassed,
    line: `${hasPassed ? 'passed' : 'FAILED'} in ${minutes} min: ${name}`,
  });
}
process.stdout.write(`\n${outcomes.map(({ line }) => line).join('\n')}\n`);
process.exitCode = outcomes.every(({ hasPassed }) => hasPassed) ? 0 : 1;
