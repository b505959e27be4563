import type { CardState } from '../../core/card.ts';
import type { FailureCode } from '../../core/failure.ts';
import { dispatch } from '../shared/page/dom.ts';

/** What a site's owner may hear of a card, by the event's name; nothing else of a conversation is told. */
interface Details {
  readonly 'voicecard:statechange': { readonly agentId: string; readonly state: CardState };
  readonly 'voicecard:error': { readonly agentId: string; readonly code: FailureCode };
}

/** Tells the page of a card, by an event that bubbles up from it. */
export function tellPage<K extends keyof Details>(card: Element, type: K, about: Details[K]): void {
  // Firefox shows a page only what was made for it.
  const detail = typeof cloneInto === 'function' ? cloneInto(about, window) : about;
  dispatch(card, new CustomEvent(type, { bubbles: true, detail }));
}
