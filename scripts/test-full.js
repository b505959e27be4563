import { run } from './run.js';

// `npm test`, and then what takes too long for it: repetitions and long runs, each by its own command.

/** @typedef {{ name: string, command: string, args: string[], env?: Record<string, string> }} LongRun */

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
  { name: 'fuzz', command: 'node', args: ['scripts/fuzz.js'] },
];

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
