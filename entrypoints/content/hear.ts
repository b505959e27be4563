import { onMessage, removeAllListeners } from '../shared/messaging.ts';
import type { Cards } from './cards.ts';
import type { Talk } from './talk.ts';

/** Does what the background, and the popup, ask of this page. */
export function hearExtension(cards: Cards, talk: Talk, stop: AbortController): void {
  onMessage('show', ({ data }) => talk.show(data));
  onMessage('configure', ({ data }) => talk.configure(data));
  onMessage('cards', () => cards.list());
  onMessage('leave', () => stop.abort());
  onMessage('pressCard', () => talk.pressInView());
  stop.signal.addEventListener('abort', removeAllListeners);
}
