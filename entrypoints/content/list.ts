import type { FoundCard } from '../../core/messages.ts';
import { isShown } from '../shared/page/dom.ts';
import type { Cards } from './cards.ts';
import { agentOf, markOn } from './marked.ts';

/** The cards of this page, for the popup. */
export function listCards(cards: Cards): FoundCard[] {
  return cards.all().map((card) => ({
    agentId: agentOf(card),
    label: markOn(card)?.label,
    state: cards.shownOn(card),
    isShown: isShown(card),
  }));
}
