import * as v from 'valibot';
import { isAgentId } from '../../core/agent-id.ts';
import type { CardState } from '../../core/card.ts';
import type { FoundCard } from '../../core/messages.ts';

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
  v.object({ agentId: v.string(), state: v.picklist(STATES), isShown: v.boolean() }),
);

/** A card as the popup lists it. */
export interface ListedCard {
  readonly name: string;
  /** Whether its agent id can be one; nobody can talk to a card without. */
  readonly isValid: boolean;
  readonly state: CardState;
}

/** What a content script says it found; nothing where that makes no sense. */
export function readCards(answer: unknown): readonly FoundCard[] {
  return v.is(FOUND, answer) ? answer.slice(0, MOST) : [];
}

/** Cards by their agents' names, where the catalogue knows them. */
export function listCards(
  found: readonly FoundCard[],
  names: ReadonlyMap<string, string>,
): readonly ListedCard[] {
  return found.map(({ agentId, state }) => ({
    name: names.get(agentId) ?? agentId.slice(0, 80),
    isValid: isAgentId(agentId),
    state,
  }));
}
