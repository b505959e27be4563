import { spawnSync } from 'node:child_process';
import { ROOT, SetUpFailure } from '../set-up.js';

/** Until a registry counts as one that does not answer, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Asks the registry whether it signed the packages that are installed; says what came of it. */
export function checkSignatures() {
  const options = ['--json', '--fetch-retries=0', `--fetch-timeout=${PATIENCE_MS}`];
  const shell = process.platform === 'win32';
  const { stdout } = spawnSync('npm', ['audit', 'signatures', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    shell,
    timeout: 3 * PATIENCE_MS,
  });
  return judgeSignatures(stdout);
}

/**
 * What npm's answer about signatures comes to.
 * @param {string} answer as JSON
 * @returns {string} a remark
 * @throws {SetUpFailure} when a package is not what the registry signed
 */
export function judgeSignatures(answer) {
  if (answer.trim() === '') return 'NOT CHECKED: the registry did not answer in time.';
  const { error, invalid = [], missing = [] } = JSON.parse(answer);
  if (error) return `NOT CHECKED: the registry could not be asked (${error.code}).`;
  if (invalid.length > 0)
    throw new SetUpFailure(`Not what the registry signed: ${namesOf(invalid)}.`);
  return missing.length > 0 ? `Not signed: ${namesOf(missing)}.` : 'All are signed.';
}

/** @param {{ name: string, version: string }[]} packages */
function namesOf(packages) {
  return packages.map(({ name, version }) => `${name}@${version}`).join(', ');
}
