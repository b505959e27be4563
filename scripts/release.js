// Makes a version ready to be published, and stops there: npm run release -- x.y.z [--test]
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, SetUpFailure, explainAndExit, installPackages } from './set-up.js';

/** Ends at the next step; what was changed is put back. */
const stopped = new AbortController();
const stop = () => stopped.abort(new SetUpFailure('Stopped. All is as it was.'));
process.on('SIGINT', stop).on('SIGTERM', stop);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: 'boolean', default: false } },
});

async function main() {
  await installPackages();
  // Only now are there packages to import.
  const { release } = await import('./release/release.js');
  const { releaseFiles, releaseSteps } = await import('./release/steps.js');
  const { farewell } = await import('./release/farewell.js');
  const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
  const made = await release({
    root: ROOT,
    wanted: positionals[0],
    date: new Date().toISOString().slice(0, 10),
    steps: releaseSteps({ withTests: values.test }),
    filesOf: (version) => releaseFiles(version),
    say,
    signal: stopped.signal,
  });
  say(farewell({ ...made, folder: relative(ROOT, made.folder) }));
}

await main().catch(explainAndExit);
