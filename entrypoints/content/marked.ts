import { attribute, isConnected } from '../shared/page/dom.ts';
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

/** The agent that a card is for, as the page wrote it, or as the person marked it. */
export function agentOf(card: Element): string {
  return markOn(card)?.agentId ?? attribute(card, 'data-agent-id') ?? '';
}

/** Those that are in the page. */
export function allMarked(): Element[] {
  return [...marked.keys()].filter(isConnected);
}
