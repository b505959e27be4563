import { CARD_SELECTOR } from '../../core/card.ts';
import { findIn, matches } from '../shared/page/dom.ts';

/** What has changed in a page, or null where it was too much to be kept. */
export type Changes = readonly MutationRecord[] | null;

/** So many are not kept: asking for all cards is quicker than looking at each. */
const MOST = 16;

/** All of these and those; of too many, none. */
export function both(before: Changes, more: readonly MutationRecord[]): Changes {
  return before && before.length + more.length < MOST ? before.concat(more) : null;
}

/** Whether all that has changed is what was put in or taken out, and no card was, as the guide has them. */
export function areBesideCards(changes: Changes): boolean | undefined {
  return changes?.every(
    ({ type, addedNodes, removedNodes }) =>
      type === 'childList' && ![...addedNodes, ...removedNodes].some(isOrHasCard),
  );
}

function isOrHasCard(node: Node): boolean {
  return node instanceof Element && (matches(node, CARD_SELECTOR) || !!findIn(node, CARD_SELECTOR));
}
