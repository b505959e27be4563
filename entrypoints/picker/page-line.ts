import type { AimNews, AimOrder } from '../../core/aim.ts';
import { readAimNews } from '../../core/aim-news.ts';
import { afterKeys } from './keys-up.ts';

/** The line to the page under the picker. */
export interface PageLine {
  readonly order: (order: AimOrder) => void;
  /** Ends the picking: the page's side takes the picker away. */
  readonly leave: () => void;
  /** Hears the page's side, from its first word on; what makes no sense is not heard. */
  readonly hear: (listener: (news: AimNews) => void) => void;
}

/**
 * Awaits the line, which our script in the page gives as soon as this page has loaded; call it before
 * anything is awaited. (There is no other way in every browser: where a page frames a page of ours,
 * Firefox leaves it little more than a content script has.)
 * @param token the picking's secret, which the page does not know
 */
export function openPageLine(token: string): PageLine {
  const onceKeysAreUp = afterKeys();
  const opened = given(token);
  const order = (what: AimOrder) => void opened.then((port) => port.postMessage(what));
  return {
    order,
    leave: () => onceKeysAreUp(() => order({ do: 'leave' })),
    async hear(listener) {
      const port = await opened;
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const news = readAimNews(data);
        if (news) listener(news);
      };
      order({ do: 'focus' });
    },
  };
}

function given(token: string): Promise<MessagePort> {
  return new Promise((resolve) => {
    const taken = new AbortController();
    const take = ({ data, ports: [port] }: MessageEvent<unknown>) => {
      if (data !== token || port === undefined) return;
      taken.abort();
      resolve(port);
    };
    window.addEventListener('message', take, { signal: taken.signal });
  });
}
