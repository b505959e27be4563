import { SetUpFailure } from '../set-up.js';

/** What Chrome takes for a part of a version, at most. */
const MOST = 65_535;

/**
 * Checks that a version can be the next one: three numbers, as both browsers read them, above the last that was
 * released, and not below the one that the package has.
 * @param {string | undefined} wanted
 * @param {{ current: string, released: string | undefined }} known
 * @returns {string} the version
 */
export function nextVersion(wanted, { current, released }) {
  if (!wanted || !isVersion(wanted))
    throw new SetUpFailure(`A version is three numbers such as 1.2.3: npm run release -- x.y.z`);
  if (released && compare(wanted, released) <= 0)
    throw new SetUpFailure(`${wanted} does not come after ${released}, which was released.`);
  if (compare(wanted, current) < 0)
    throw new SetUpFailure(`${wanted} comes before ${current}, which package.json has.`);
  return wanted;
}

/** @param {string} text */
function isVersion(text) {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text) && partsOf(text).every((n) => n <= MOST);
}

/**
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  const there = partsOf(other);
  return (
    partsOf(one)
      .map((part, place) => part - (there[place] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** @param {string} version */
function partsOf(version) {
  return version.split('.').map(Number);
}
