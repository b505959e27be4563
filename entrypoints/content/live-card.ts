import type { CardView } from '../../core/card.ts';
import type { FailureCode } from '../../core/failure.ts';
import { isConnected } from '../shared/page/dom.ts';
import type { LiveCard } from '../shared/page/meeting.ts';

/** A card that was clicked and of which the conversation says nothing yet, or will say nothing. */
export interface Clicked {
  readonly card: Element;
  readonly agentId: string;
  readonly state: 'connecting' | 'error';
  readonly failure?: FailureCode;
}

/**
 * The card to be drawn as in conversation, if there is one.
 * @param live the card on which the conversation shows
 */
export function liveCard(
  live: Element | undefined,
  clicked: Clicked | null,
  conversation: CardView | null,
): LiveCard | null {
  const card = clicked?.state === 'connecting' ? clicked.card : live;
  if (card === undefined || !isConnected(card)) return null;
  const isClicked = clicked !== null && card === clicked.card;
  const view = isClicked ? { agentId: clicked.agentId, state: clicked.state } : conversation;
  return view === null || view.state === 'error' ? null : { card, view };
}
