import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';
import { ROOT, SetUpFailure, explainAndExit, install, setUp } from './set-up.js';

const USAGE = 'npm run test:mutation [-- FILE…], such as core/card.ts or "server/budget/*.ts"';

/** Where Stryker is installed, once it is wanted. */
const HOME = join(ROOT, 'test', 'mutation');

/**
 * Changes the product in thousands of small ways, and tells which of them no test notices: in core/ but for its sound,
 * whose loops take an hour, or in some files of core/ and server/.
 */
async function mutate() {
  const files = process.argv.slice(2);
  if (files.some((file) => !/^(core|server)\/.+\.ts$/.test(file))) {
    throw new SetUpFailure(`Usage: ${USAGE}`);
  }
  await setUp();
  const strange = files.filter((file) => !file.includes('*') && !existsSync(join(ROOT, file)));
  if (strange.length > 0) throw new SetUpFailure(`There is no ${strange.join(', ')}.`);
  // npm writes it last.
  const isInstalled = existsSync(join(HOME, 'node_modules', '.package-lock.json'));
  const args = ['ci', '--prefix', HOME];
  if (!isInstalled) await install('npm', args, 'Stryker could not be installed.');
  const wanted = files.length > 0 ? ['--mutate', files.join()] : [];
  const stryker = join(HOME, 'node_modules', '.bin', 'stryker');
  const copies = mkdtempSync(join(tmpdir(), 'voice-cards-mutation-'));
  const options = ['--tempDirName', copies, ...wanted];
  const isOfServer = files.some((file) => file.startsWith('server/'));
  return run(stryker, ['run', join(HOME, 'stryker.config.js'), ...options], {
    MUTATION_TESTS: isOfServer ? 'test/{core,server}' : 'test/core',
    // Fewer cases of each property, and the same ones in each run, for there are thousands of runs.
    FUZZ_RUNS: '25',
    FUZZ_SEED: '1',
  }).finally(() => rmSync(copies, { recursive: true, force: true }));
}

process.exitCode = await mutate().catch(explainAndExit);
