import { expect } from 'playwright/test';

/** Between two looks, in milliseconds: what is waited for here comes soon, and there is much of it. */
const POLL_MS = 50;

/**
 * Looks again and again until what is seen is as expected.
 * @param what is looked for, in a few words
 */
export function until<T>(look: () => T | Promise<T>, what?: string) {
  return expect.poll(look, { intervals: [POLL_MS], ...(what !== undefined && { message: what }) });
}
