import { AIM_LINE, type AimNews, type AimOrder } from '../../core/aim.ts';
import type { Aim } from './aim.ts';
import type { PickerFrame } from './picker-frame.ts';

/**
 * Does what the picker asks, over a line that only the extension's own pages can open: the page has no
 * part in it. When the picker is gone, the line breaks, and picking is over.
 */
export function hearPicker(aim: Aim, frame: PickerFrame, stop: AbortController): void {
  const take = (port: chrome.runtime.Port) => {
    if (port.name !== AIM_LINE || port.sender?.id !== chrome.runtime.id) return;
    chrome.runtime.onConnect.removeListener(take);
    const tell = (news: AimNews) => port.postMessage(news);
    port.onDisconnect.addListener(() => stop.abort());
    stop.signal.addEventListener('abort', () => port.disconnect());
    port.onMessage.addListener((order: AimOrder) => obey(order, aim, frame, tell));
    aim.tell({
      candidate: (candidate) => tell({ is: 'candidate', candidate }),
      moved: (box) => tell({ is: 'moved', box }),
    });
    frame.focus();
  };
  chrome.runtime.onConnect.addListener(take);
  stop.signal.addEventListener('abort', () => chrome.runtime.onConnect.removeListener(take));
}

function obey(order: AimOrder, aim: Aim, frame: PickerFrame, tell: (news: AimNews) => void): void {
  switch (order.do) {
    case 'point':
      return aim.point(order.at);
    case 'step':
      return aim.step(order.to);
    case 'widen':
      return aim.widen(order.to);
    case 'scroll':
      return aim.scroll(order.at, order.by);
    case 'take':
      return tell({ is: 'taken', anchor: aim.anchor() });
    case 'focus':
      return frame.focus();
  }
}
