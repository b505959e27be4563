import type { Anchor, ElementFacts, Surroundings, Verdict } from '../../../core/mark.ts';
import { isStill, judge } from '../../../core/mark-score.ts';
import { candidatesOf, treesOf } from './candidates.ts';
import { describe, factsOf } from './describe.ts';
import { forget } from './remember.ts';
import { walk } from './paths.ts';
import { around } from './surroundings.ts';

/** Where a mark's element is: here, perhaps one of these (the likeliest first), or nowhere. */
export type Located =
  | { readonly found: Element }
  | { readonly moved: readonly [Element, ...Element[]] }
  | { readonly gone: true };

/**
 * The element, if it stands where it stood and is as it was: on a page that has not changed, that is found
 * without a search.
 */
export function glance(anchor: Anchor): Element | null {
  const [path = ''] = anchor.selectors;
  forget();
  const places = treesOf(anchor.roots).map((tree) => walk(tree, path));
  return places.find((place) => place !== null && isAsItWas(place, anchor)) ?? null;
}

function isAsItWas(element: Element, { fingerprint, surroundings }: Anchor): boolean {
  const now = factsOf(element);
  const told = ({ item, before, after }: Surroundings) => ({ ...item, before, after });
  return isSame(now.fingerprint, fingerprint) && isSame(told(now.surroundings), told(surroundings));
}

/** Whether two say the same; a store may give properties back in another order. */
function isSame<T extends object>(one: T, other: T): boolean {
  const names = Object.keys(one).toSorted();
  return JSON.stringify(one, names) === JSON.stringify(other, names);
}

/** How many candidates are described before others may have their turn. */
const AT_ONCE = 4;

/** Looks for a mark's element, at a glance first, and pauses now and then: whoever asks may let others have their turn. */
export function* locating(anchor: Anchor): Generator<void, Located> {
  const there = glance(anchor);
  if (there !== null) return { found: there };
  const candidates = [...(yield* candidatesOf(anchor))];
  const facts: ElementFacts[] = [];
  const places: Element[] = [];
  for (const [i, [element, matched]] of candidates.entries()) {
    if (i % AT_ONCE === 0) {
      yield;
      forget();
    }
    const { outer } = around(element);
    if (!places.includes(outer)) places.push(outer);
    facts.push({ ...factsOf(element), matched, place: places.indexOf(outer) });
  }
  return located(judge(anchor, facts), candidates);
}

function located(verdict: Verdict, candidates: readonly (readonly [Element, unknown])[]): Located {
  const elementAt = (i: number) => candidates[i]?.[0] ?? [];
  if ('found' in verdict) {
    const [found] = [elementAt(verdict.found)].flat();
    return found ? { found } : { gone: true };
  }
  const [first, ...rest] = verdict.moved.flatMap(elementAt);
  return first ? { moved: [first, ...rest] } : { gone: true };
}

/** Whether an element that a mark was attached to is still the one, after the page has changed it. */
export function isStillAt(anchor: Anchor, element: Element): boolean {
  return isStill(anchor, { ...describe(element), matched: [], place: 0 });
}
