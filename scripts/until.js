import { setTimeout } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Looks again and again, where no event tells, and resolves with the first thing that is there.
 * @template T
 * @param {() => Promise<T | undefined | null | false>} look
 * @param {string} what it is called when there was none
 * @param {number} [within] seconds
 * @returns {Promise<T>}
 */
export async function until(look, what, within = 60) {
  const deadline = Date.now() + 1000 * within;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`There was no ${what} within ${within} s.`);
    await setTimeout(POLL_MS);
  }
}
