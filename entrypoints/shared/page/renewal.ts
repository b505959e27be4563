import { type Finder, findFinder } from './meeting.ts';

/** A script that works here. */
interface Working {
  readonly finder: Finder;
  readonly renew: () => void;
}

/**
 * Begins to work for the finder of this page. A script that is brought once more, where it already
 * works, renews what it does.
 * @param begin gives what renews it
 */
export function beginOrRenew(script: string, begin: (finder: Finder) => () => void): void {
  const finder = findFinder();
  if (finder === null || finder.signal.aborted) return;
  const place = Symbol.for(`voice-cards ${script}`);
  const working: unknown = Reflect.get(globalThis, place);
  if (isWorking(working) && working.finder === finder) return working.renew();
  Reflect.set(globalThis, place, { finder, renew: begin(finder) } satisfies Working);
}

function isWorking(value: unknown): value is Working {
  return typeof value === 'object' && value !== null && 'renew' in value;
}
