import type { PageView } from '../../core/messages.ts';
import { sendMessage } from '../shared/page/messaging.ts';

/**
 * Asks what this page shows: as soon as a person can see it, and again whenever it comes back from
 * the back/forward cache, where it has missed everything. A page that may show nothing, such as a
 * frame in a page where voice is not enabled, is left at once. It returns how to ask again for what
 * the settings have changed.
 * @param answered is told whether this is the first that the page hears
 */
export function sayHello(
  answered: (view: PageView, isNew: boolean) => void,
  stop: AbortController,
): () => void {
  const { signal } = stop;
  const ask = (isNew: boolean) =>
    void sendMessage('hello', isNew).then(
      (view) => answered(view, isNew),
      () => stop.abort(),
    );
  const begin = () => ask(true);
  window.addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal });
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', begin, { signal, once: true });
  } else {
    begin();
  }
  return () => ask(false);
}
