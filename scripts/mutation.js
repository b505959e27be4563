import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';
import { ROOT, SetUpFailure, explainAndExit, setUp } from './set-up.js';

const USAGE = 'npm run test:mutation [-- FILE…], such as core/card.ts or "server/budget*.ts"';

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
  if (!existsSync(join(HOME, 'node_modules'))) install();
  const wanted = files.length > 0 ? ['--mutate', files.join()] : [];
  const stryker = join(HOME, 'node_modules', '.bin', 'stryker');
  const copies = mkdtempSync(join(tmpdir(), 'voice-cards-mutation-'));
  const options = ['--tempDirName', copies, ...wanted];
  const isOfServer = files.some((file) => file.startsWith('server/'));
  const code = await run(stryker, ['run', join(HOME, 'stryker.config.json'), ...options], {
    MUTATION_TESTS: isOfServer ? 'test/{core,server}' : 'test/core',
    // Fewer cases of each property, and the same ones in each run, for there are thousands of runs.
    FUZZ_RUNS: '25',
    FUZZ_SEED: '1',
  });
  rmSync(copies, { recursive: true, force: true });
  return code;
}

/** Installs Stryker from the registry, as `npm ci` does for the rest. */
function install() {
  const { status } = spawnSync('npm', ['ci'], { cwd: HOME, stdio: 'inherit' });
  if (status !== 0) throw new SetUpFailure('Stryker could not be installed; see above.');
}

process.exitCode = await mutate().catch(explainAndExit);
