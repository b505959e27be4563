import { isConnected } from '../shared/page/dom.ts';
import type { MarkedCard } from '../shared/page/meeting.ts';

/** Elements of this page that a person made cards. The page is told nothing of them. */
const marked = new Map<Element, MarkedCard>();

/** Takes these for marked from now on, and no others. */
export function setMarked(cards: ReadonlyMap<Element, MarkedCard>): void {
  marked.clear();
  for (const [element, mark] of cards) marked.set(element, mark);
}

/** What a person made of an element, if they did. */
export function markOn(element: Element): MarkedCard | undefined {
  return marked.get(element);
}

/** Those that are in the page. */
export function allMarked(): Element[] {
  return [...marked.keys()].filter(isConnected);
}
