import type { Anchor } from '../../core/mark.ts';
import { candidatesOf } from '../../entrypoints/shared/page/candidates.ts';
import { locating } from '../../entrypoints/shared/page/locate.ts';

/** What is known of the page's own objects before anything is tried. */
const ownKeys = Reflect.ownKeys(Object.prototype);

/** Looks for an anchor in every way there is. */
function tryOut(anchor: Anchor): { byInvalid: string[]; isClean: boolean } {
  whole(locating(anchor));
  const matched = [...whole(candidatesOf(anchor)).values()].flat();
  const used = [...new Set(matched)].map((i) => anchor.selectors[i] ?? '');
  return {
    byInvalid: used.filter((selector) => !isValid(selector)),
    isClean: Reflect.ownKeys(Object.prototype).length === ownKeys.length,
  };
}

function isValid(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

function whole<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

declare global {
  interface Window {
    marks: { tryOut: typeof tryOut };
  }
}
window.marks = { tryOut };
