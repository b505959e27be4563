import type { PageView } from '../../core/messages.ts';
import { sendMessage } from '../shared/messaging.ts';

/**
 * Asks what this page shows: as soon as a person can see it, and again whenever it comes back from
 * the back/forward cache, where it has missed everything. A page that may show nothing, such as a
 * frame in a page where voice is not enabled, is left at once.
 */
export function sayHello(answered: (view: PageView) => void, stop: AbortController): void {
  const { signal } = stop;
  const ask = () => void sendMessage('hello').then(answered, () => stop.abort());
  window.addEventListener('pageshow', ({ persisted }) => persisted && ask(), { signal });
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', ask, { signal, once: true });
  } else {
    ask();
  }
}
