import { parseArgs } from 'node:util';
import { run } from './run.js';
import { setUpTests } from './set-up-tests.js';
import { explainAndExit, setUp } from './set-up.js';

// One long conversation and many short ones, with the built extension; fails where something is left behind.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(values.minutes);
// Longer than four hours no conversation can be.
if (!(minutes > 0 && minutes < 240)) {
  process.stderr.write(`--minutes wants a number of minutes below 240, not "${values.minutes}".\n`);
  process.exit(2);
}
await setUp().then(setUpTests).catch(explainAndExit);
const args = ['test', '--project=chromium', '--workers=1', 'faults/soak'];
process.exitCode = await run('playwright', args, { SOAK_MINUTES: String(minutes) });
