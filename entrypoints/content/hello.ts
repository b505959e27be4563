import type { PageView } from '../../core/messages.ts';
import { sendMessage } from '../shared/messaging.ts';

/**
 * Asks what this page shows: as soon as a person can see it, and again whenever it comes back from
 * the back/forward cache, where it has missed everything.
 */
export function sayHello(answered: (view: PageView) => void, signal: AbortSignal): void {
  const ask = () => void sendMessage('hello').then(answered);
  window.addEventListener('pageshow', ({ persisted }) => persisted && ask(), { signal });
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', ask, { signal, once: true });
  } else {
    ask();
  }
}
