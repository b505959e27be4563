import { browser } from 'wxt/browser';
import { AIM_LINE, type AimNews, type AimOrder } from '../../core/aim.ts';
import { readAimNews } from '../../core/aim-news.ts';
import type { PickerView } from '../../core/messages.ts';
import { afterKeys } from './keys-up.ts';

/** The line to the page under the picker. */
export interface PageLine {
  readonly order: (order: AimOrder) => void;
  /** Ends the picking: the page's side takes the picker away. */
  readonly leave: () => void;
}

/** Opens the line; what the page's side says and makes no sense is not heard. */
export function openPageLine(
  { tabId, frameId }: Pick<PickerView, 'tabId' | 'frameId'>,
  hear: (news: AimNews) => void,
): PageLine {
  const onceKeysAreUp = afterKeys();
  const port = browser.tabs.connect(tabId, { frameId, name: AIM_LINE });
  port.onMessage.addListener((said: unknown) => {
    const news = readAimNews(said);
    if (news) hear(news);
  });
  return {
    order: (order) => port.postMessage(order),
    leave: () => onceKeysAreUp(() => port.disconnect()),
  };
}
