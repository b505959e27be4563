import type { CardState } from '../../core/card.ts';
import type { FailureCode } from '../../core/failure.ts';
import { dispatch } from '../shared/page/dom.ts';

/** What a site's owner may hear of a card, by the event's name; nothing else of a conversation is told. */
interface Details {
  readonly 'voicecard:statechange': { readonly agentId: string; readonly state: CardState };
  readonly 'voicecard:error': { readonly agentId: string; readonly code: FailureCode };
}

/** Tells the page of a card's new state, and why it failed. */
export function tellPage(
  card: Element,
  now: Details['voicecard:statechange'],
  code: FailureCode | undefined,
): void {
  tell(card, 'voicecard:statechange', now);
  if (code) tell(card, 'voicecard:error', { agentId: now.agentId, code });
}

/** Events bubble up from the card. */
function tell<K extends keyof Details>(card: Element, type: K, about: Details[K]): void {
  // Firefox shows a page only what was made for it.
  const detail = typeof cloneInto === 'function' ? cloneInto(about, window) : about;
  dispatch(card, new CustomEvent(type, { bubbles: true, detail }));
}
