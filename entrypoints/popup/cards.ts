import * as v from 'valibot';
import { isAgentId } from '../../core/agent-id.ts';
import type { CardState } from '../../core/card.ts';
import type { FoundCard } from '../../core/messages.ts';
import type { Catalogue } from '../shared/ui/catalogue.ts';

/** As many cards as anybody would read through. */
const MOST = 100;

const STATES = [
  'idle',
  'asking',
  'connecting',
  'listening',
  'speaking',
  'ending',
  'error',
] as const;
const FOUND = v.array(
  v.object({
    agentId: v.string(),
    label: v.optional(v.string()),
    state: v.picklist(STATES),
    isShown: v.boolean(),
  }),
);

/** Why nobody can talk to a card. */
export type Ailment = 'invalid' | 'unknown' | 'hidden' | 'out_of_reach';

/** A card as the popup lists it. */
export interface ListedCard {
  readonly name: string;
  readonly state: CardState;
  /** Null where all is well. */
  readonly ailment: Ailment | null;
}

/** A card of the page, with whether anybody of ours is there to work it. */
export interface SeenCard extends FoundCard {
  readonly isReached: boolean;
}

/** What a content script says it found; nothing where that makes no sense. */
export function readCards(answer: unknown): readonly FoundCard[] {
  return v.is(FOUND, answer) ? answer.slice(0, MOST) : [];
}

/**
 * Cards as the person called those they marked; the others by their agents' names, where the
 * catalogue knows them.
 * @param mayBePublic whether an agent that the backend does not have is called all the same
 */
export function listCards(
  seen: readonly SeenCard[],
  catalogue: Catalogue,
  mayBePublic: boolean,
): readonly ListedCard[] {
  const offered = mayBePublic ? null : catalogue;
  return seen.slice(0, MOST).map((card) => ({
    name: (card.label || catalogue?.get(card.agentId)) ?? card.agentId.slice(0, 80),
    state: card.state,
    ailment: ailmentOf(card, offered),
  }));
}

/** What is wrong with a card, the worst of it alone. */
function ailmentOf(
  { agentId, state, isShown, isReached }: SeenCard,
  offered: Catalogue,
): Ailment | null {
  if (!isReached) return 'out_of_reach';
  if (!isAgentId(agentId)) return 'invalid';
  if (offered !== null && !offered.has(agentId)) return 'unknown';
  return isShown || state !== 'idle' ? null : 'hidden';
}
