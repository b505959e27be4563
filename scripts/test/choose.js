import { SetUpFailure } from '../set-up.js';

/** @typedef {import('./steps.js').Step} Step */

/** What a name may stand for besides the step that has it. */
const GROUPS = new Map([['build', ['build-chrome', 'build-firefox']]]);

/**
 * Returns the steps of these names and those that they need, in their order; all where no name is given.
 * @param {readonly Step[]} steps
 * @param {readonly string[]} names
 * @throws {SetUpFailure} where a name is that of no step
 */
export function choose(steps, names) {
  if (names.length === 0) return [...steps];
  const known = [...new Set(steps.map(({ name }) => name)), ...GROUPS.keys()];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetUpFailure(
      `There is no step ${unknown.join(', ')}: choose among ${known.join(', ')}; or changed, alone.`,
    );
  const wanted = new Set(names.flatMap((name) => GROUPS.get(name) ?? [name]));
  // A step stands behind those that it needs.
  for (const { name, needs = [] } of steps.toReversed()) {
    if (wanted.has(name)) for (const need of needs) wanted.add(need);
  }
  return steps.filter(({ name }) => wanted.has(name));
}
