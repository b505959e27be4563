/** @typedef {import('./steps.js').Step} Step */

/**
 * Takes steps as soon as they may begin: after what they need and follow, while there are processors for them.
 * A step whose need has failed is given to `leave` instead.
 * @template {Pick<Step, 'name' | 'load' | 'needs' | 'follows'>} T
 * @param {readonly T[]} steps those that begin first where they may stand first
 * @param {number} processors
 * @param {{ take: (step: T) => Promise<boolean>, leave: (step: T) => void }} how take resolves with whether it passed
 */
export async function schedule(steps, processors, { take, leave }) {
  const waiting = [...steps];
  /** @type {Map<T, Promise<void>>} */
  const running = new Map();
  /** @type {Set<string>} */
  const failed = new Set();
  const isOver = (/** @type {string} */ name) =>
    ![...waiting, ...running.keys()].some((step) => step.name === name);
  while (waiting.length > 0 || running.size > 0) {
    const place = waiting.findIndex(
      (step) => earlier(step).every(isOver) && hasRoom(step, [...running.keys()], processors),
    );
    const [step] = place < 0 ? [] : waiting.splice(place, 1);
    if (!step) {
      if (running.size === 0) throw new Error('Steps wait for each other.');
      await Promise.race(running.values());
    } else if (step.needs?.some((need) => failed.has(need))) {
      failed.add(step.name);
      leave(step);
    } else {
      const work = take(step).then((hasPassed) => {
        running.delete(step);
        if (!hasPassed) failed.add(step.name);
      });
      running.set(step, work);
    }
  }
}

/** @param {Pick<Step, 'needs' | 'follows'>} step */
function earlier({ needs = [], follows = [] }) {
  return [...needs, ...follows];
}

/**
 * Whether there are processors for a step beside those that run.
 * @param {Pick<Step, 'load'>} step
 * @param {readonly Pick<Step, 'load'>[]} running
 * @param {number} processors
 */
function hasRoom(step, running, processors) {
  if (running.length === 0) return true;
  if ([step, ...running].some(({ load }) => load === 'alone')) return false;
  const used = running.reduce((sum, each) => sum + usedBy(each, processors), 0);
  return used + usedBy(step, processors) <= processors;
}

/**
 * How many processors a step uses up.
 * @param {Pick<Step, 'load'>} step
 * @param {number} processors
 */
function usedBy({ load }, processors) {
  if (load === 'rest') return 0;
  return load === 'one' ? 1 : processors;
}
