import { onMessage } from '../shared/page/messaging.ts';
import type { Cards } from './cards.ts';
import { listCards } from './list.ts';
import type { Talk } from './talk.ts';

/** What hears the extension. */
interface Parts {
  readonly cards: Cards;
  readonly talk: Talk;
  /** Asks anew what this page may show. */
  readonly ask: () => void;
  readonly signal: AbortSignal;
}

/** Does what the background, and the popup, ask of this page. */
export function hearExtension({ cards, talk, ask, signal }: Parts): void {
  onMessage('show', (view) => talk.show(view), signal);
  onMessage('askAgain', ask, signal);
  onMessage('cards', () => listCards(cards), signal);
  onMessage('pressCard', () => talk.pressInView(), signal);
}
