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

/**
 * Looks again and again until there is something, and returns what was seen: a second look might find it gone.
 * @param what is looked for, in a few words
 */
export async function found<T>(
  look: () => T | null | undefined | Promise<T | null | undefined>,
  what: string,
): Promise<T> {
  const seen: T[] = [];
  const isThere = async () => {
    const one = await look();
    if (one !== null && one !== undefined) seen.push(one);
    return seen.length > 0;
  };
  await until(isThere, what).toBe(true);
  const [first] = seen;
  if (first === undefined) throw new Error(`There is no ${what}.`);
  return first;
}
