import type { Mark } from '../../core/mark.ts';
import { isConnected } from '../shared/page/dom.ts';
import { around } from '../shared/page/surroundings.ts';

/** What tells one entry of a page from another, when a list uses an element once more for something else. */
const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['id', 'href', 'src', 'alt', 'title', 'aria-label'],
};

/** A mark on its element, for as long as that is the one. */
export class Attached {
  readonly element: Element;
  /** Whether the element, or the entry it is a part of, has changed since somebody looked. */
  isInDoubt = false;
  readonly #observer: MutationObserver;

  /** @param doubted called when it comes to be in doubt */
  constructor(element: Element, doubted: () => void) {
    this.element = element;
    this.#observer = new MutationObserver(() => {
      this.isInDoubt = true;
      doubted();
    });
    this.#observer.observe(around(element).entry ?? element, WATCHED);
  }

  get isInPage(): boolean {
    return isConnected(this.element);
  }

  detach(): void {
    this.#observer.disconnect();
  }
}

/** What of a mark decides where it belongs. */
export function isSamePlace(one: Mark, other: Mark): boolean {
  return JSON.stringify([one.anchor, one.scope]) === JSON.stringify([other.anchor, other.scope]);
}
