/** A step of the demo that failed; its message is a sentence that names the step and says why. */
export class StepFailure extends Error {
  /** @override */
  name = 'StepFailure';
}

/**
 * Takes steps one after the other and prints each with the milliseconds it took.
 * @param {(line: string) => void} print
 */
export function createSteps(print) {
  return {
    /**
     * @template T
     * @param {string} name as printed
     * @param {() => Promise<T>} work
     * @param {{ within: number, otherwise: string }} limit seconds, and the reason given when they are over
     * @returns {Promise<T>}
     */
    async take(name, work, { within, otherwise }) {
      const start = performance.now();
      const result = await inTime(work(), within, otherwise).catch((error) => {
        throw new StepFailure(`Failed at "${name}": ${firstLine(error)}`);
      });
      print(
        `${name.padEnd(18)} ${Math.round(performance.now() - start)
          .toString()
          .padStart(6)} ms`,
      );
      return result;
    },
  };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} seconds
 * @param {string} otherwise
 * @returns {Promise<T>}
 */
async function inTime(work, seconds, otherwise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), 1000 * seconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * What an error says, without its stack or Playwright's call log.
 * @param {unknown} error
 */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0];
}
