import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './run.js';
import { ROOT, SetUpFailure, explainAndExit, setUp } from './set-up.js';

const USAGE = 'npm run fuzz [-- [--seed N] [--runs N] [FILE…]]';

/** Tries the properties of all tests, or of some files, with many cases made up at random. */
async function fuzz() {
  const { seed, runs, files } = readOptions();
  await setUp();
  const reporters = ['--reporter=default', '--reporter=./test/support/fuzz/table.ts'];
  const wanted = ['--tags-filter=property', ...(files.length > 0 ? files : propertyTests())];
  return run('vitest', ['run', ...wanted, ...reporters], {
    FUZZ_RUNS: runs,
    ...(seed !== undefined && { FUZZ_SEED: seed }),
  });
}

function readOptions() {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = { seed: text, runs: { ...text, default: '20000' } };
  try {
    const { values, positionals: files } = parseArgs({ options, allowPositionals: true });
    if ([values.seed ?? '0', values.runs].every((value) => /^-?\d+$/.test(value))) {
      return { ...values, files };
    }
  } catch {
    // What is not known is explained below.
  }
  throw new SetUpFailure(`Usage: ${USAGE}`);
}

/** The files of tests that hold a property. */
function propertyTests() {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => relative(ROOT, join(ROOT, 'test', name)))
    .filter((path) => /\bfc\.assert\(/.test(readFileSync(join(ROOT, path), 'utf8')));
}

process.exitCode = await fuzz().catch(explainAndExit);
