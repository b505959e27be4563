import { SetUpFailure } from '../set-up.js';

/** What has no version yet stands under this, at the top. */
const UNRELEASED = '## Unreleased';

/**
 * The version that a changelog names as the last released one, by its date.
 * @param {string} changelog
 */
export function lastReleased(changelog) {
  return /^## (\d+\.\d+\.\d+) \(\d{4}-\d{2}-\d{2}\)$/m.exec(changelog)?.[1];
}

/**
 * The changelog with a version in place of "Unreleased", and what stands there: the notes of the release.
 * @param {string} changelog
 * @param {string} version
 * @param {string} date as in 2026-11-28
 */
export function releaseChanges(changelog, version, date) {
  const [before, rest] = changelog.split(`\n${UNRELEASED}\n`);
  const notes = rest?.split(/^## /m)[0]?.trim() ?? '';
  if (rest === undefined || notes === '')
    throw new SetUpFailure(`CHANGELOG.md says nothing under "${UNRELEASED}".`);
  return { notes, changelog: `${before}\n## ${version} (${date})\n${rest}` };
}
