import { expect } from 'playwright/test';

/** Between two looks, in milliseconds: what is waited for here comes soon, and a call that goes on costs more than a look. */
const INTERVALS = [20, 40, 80, 100];

/**
 * Looks again and again until what is seen is as expected.
 * @param what is looked for, in a few words
 */
export function until<T>(look: () => T | Promise<T>, what?: string) {
  return expect.poll(look, { intervals: INTERVALS, ...(what !== undefined && { message: what }) });
}
