import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpFailure } from '../set-up.js';
import { BUMPED, bump } from './bump.js';

/** @typedef {import('./bump.js').Texts} Texts */
/** @typedef {import('./steps.js').Step} Step */

/**
 * What a release is made of.
 * @typedef {object} Parts
 * @property {string} root the project's folder
 * @property {string | undefined} wanted the version
 * @property {string} date as in 2026-11-28
 * @property {readonly Step[]} steps
 * @property {(version: string) => Promise<Record<string, Buffer>>} filesOf what is handed out, by name
 * @property {(line: string) => void} say
 * @property {AbortSignal} signal ends it between two steps
 */

/**
 * Makes a release of a clean tree, up to what a person has to do: commits nothing, and publishes nothing. If
 * something fails, the tree is as it was.
 * @param {Parts} parts
 * @returns {Promise<{ version: string, folder: string, sums: string }>} where it lies, and its SHA-256 sums
 * @throws {SetUpFailure} with what to do
 */
export async function release(parts) {
  const { root, wanted, date, signal } = parts;
  requireCleanTree(root);
  const before = readTexts(root);
  const { version, notes, bumped } = bump(before, wanted, date);
  const folder = join(root, '.output', `release-${version}`);
  writeTexts(root, bumped);
  const made = make(parts, { version, notes, folder });
  const sums = await made.catch((/** @type {unknown} */ error) => {
    writeTexts(root, before);
    rmSync(folder, { recursive: true, force: true });
    // Whatever was stopped failed for that reason.
    throw signal.aborted ? signal.reason : error;
  });
  return { version, folder, sums };
}

/**
 * @param {Parts} parts
 * @param {{ version: string, notes: string, folder: string }} release
 */
async function make({ steps, filesOf, say, signal }, { version, notes, folder }) {
  for (const { name, take } of steps) {
    say(`${name} …`);
    const remark = await take(version);
    signal.throwIfAborted();
    say(`${name}: ${remark}`);
  }
  const files = await filesOf(version);
  const sums = Object.entries(files)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('');
  const all = { ...files, SHA256SUMS: sums, 'NOTES.md': `${notes}\n` };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  return sums;
}

/** @param {string} root */
function requireCleanTree(root) {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (changed !== '')
    throw new SetUpFailure(`Commit or put away what has changed, first:\n${changed.trimEnd()}`);
}

/**
 * @param {string} root
 * @returns {Texts}
 */
function readTexts(root) {
  const [changelog, own, lockfile] = BUMPED.map((name) => readFileSync(join(root, name), 'utf8'));
  return {
    'CHANGELOG.md': changelog ?? '',
    'package.json': own ?? '',
    'package-lock.json': lockfile ?? '',
  };
}

/**
 * @param {string} root
 * @param {Texts} texts
 */
function writeTexts(root, texts) {
  for (const name of BUMPED) writeFileSync(join(root, name), texts[name]);
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
