import { attribute, isConnected } from '../shared/page/dom.ts';
import type { MarkedCard, Marker } from '../shared/page/meeting.ts';

/** Elements of this page that somebody else than its HTML made cards. The page is told nothing of a person's. */
const marked: Record<Marker, ReadonlyMap<Element, MarkedCard>> = {
  person: new Map(),
  site: new Map(),
};

/** Takes these for marked by a person, or by the site, from now on, and no others. */
export function setMarked(by: Marker, cards: ReadonlyMap<Element, MarkedCard>): void {
  marked[by] = new Map(cards);
}

/** What was made of an element, if anything was; the person's word counts. */
export function markOn(element: Element): MarkedCard | undefined {
  return marked.person.get(element) ?? marked.site.get(element);
}

/** Whether a person made it a card. */
export function isPersons(element: Element): boolean {
  return marked.person.has(element);
}

/** The agent that a card is for, as the page wrote it, or as it was marked. */
export function agentOf(card: Element): string {
  return markOn(card)?.agentId ?? attribute(card, 'data-agent-id') ?? '';
}

/** Those that are in the page. */
export function allMarked(): Element[] {
  return [...marked.person.keys(), ...marked.site.keys()].filter(isConnected);
}
