import { lastReleased, releaseChanges } from './changelog.js';
import { nextVersion } from './version.js';

/** The files that know the version. */
export const BUMPED = /** @type {const} */ (['CHANGELOG.md', 'package.json', 'package-lock.json']);

/** @typedef {Record<typeof BUMPED[number], string>} Texts */

/**
 * The texts of those files with another version, and the notes of the release.
 * @param {Texts} texts
 * @param {string | undefined} wanted
 * @param {string} date as in 2026-11-28
 * @returns {{ version: string, notes: string, bumped: Texts }}
 */
export function bump(texts, wanted, date) {
  const known = {
    current: JSON.parse(texts['package.json']).version,
    released: lastReleased(texts['CHANGELOG.md']),
  };
  const version = nextVersion(wanted, known);
  const { notes, changelog } = releaseChanges(texts['CHANGELOG.md'], version, date);
  const bumped = {
    'CHANGELOG.md': changelog,
    'package.json': texts['package.json'].replace(/^( {2}"version": )".*"/m, `$1"${version}"`),
    'package-lock.json': bumpLockfile(texts['package-lock.json'], version),
  };
  return { version, notes, bumped };
}

/**
 * @param {string} text
 * @param {string} version
 */
function bumpLockfile(text, version) {
  const lockfile = JSON.parse(text);
  lockfile.version = version;
  lockfile.packages[''].version = version;
  return `${JSON.stringify(lockfile, null, 2)}\n`;
}
