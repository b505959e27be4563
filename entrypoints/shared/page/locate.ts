import type { Anchor, ElementFacts } from '../../../core/mark.ts';
import { isStill, judge } from '../../../core/mark-score.ts';
import { candidatesOf } from './candidates.ts';
import { describe } from './describe.ts';
import { around } from './surroundings.ts';

/** Where a mark's element is: here, perhaps one of these (the likeliest first), or nowhere. */
export type Located =
  | { readonly found: Element }
  | { readonly moved: readonly [Element, ...Element[]] }
  | { readonly gone: true };

/** Looks for a mark's element, and pauses now and then: whoever asks may let others have their turn. */
export function* locating(anchor: Anchor): Generator<void, Located> {
  const candidates = [...(yield* candidatesOf(anchor))];
  const facts: ElementFacts[] = [];
  const places: Element[] = [];
  for (const [element, matched] of candidates) {
    const { outer } = around(element);
    if (!places.includes(outer)) places.push(outer);
    facts.push({ ...describe(element), matched, place: places.indexOf(outer) });
    yield;
  }
  const verdict = judge(anchor, facts);
  if ('found' in verdict) {
    const [element] = candidates[verdict.found] ?? [];
    return element ? { found: element } : { gone: true };
  }
  const [first, ...rest] = verdict.moved.flatMap((i) => candidates[i]?.[0] ?? []);
  return first ? { moved: [first, ...rest] } : { gone: true };
}

/** Whether an element that a mark was attached to is still the one, after the page has changed it. */
export function isStillAt(anchor: Anchor, element: Element): boolean {
  return isStill(anchor, { ...describe(element), matched: [], place: 0 });
}
