import type { AimNews, AimOrder } from '../../core/aim.ts';
import type { Aim } from './aim.ts';
import type { PickerFrame } from './picker-frame.ts';

/**
 * Does what the picker asks, over a channel whose other end goes into the picker's own frame, with the
 * secret by which the picker knows it: the page has no part in it. When the picker is gone, the channel
 * is closed, and picking is over.
 */
export function hearPicker(
  aim: Aim,
  frame: PickerFrame,
  token: string,
  stop: AbortController,
): void {
  const { port1: port, port2: theirs } = new MessageChannel();
  const tell = (news: AimNews) => port.postMessage(news);
  port.onmessage = ({ data }: MessageEvent<AimOrder>) => obey(data, { aim, frame, stop, tell });
  port.addEventListener('close', () => stop.abort());
  stop.signal.addEventListener('abort', () => port.close());
  frame.give(token, theirs);
  aim.tell({
    candidate: (candidate) => tell({ is: 'candidate', candidate }),
    moved: (box) => tell({ is: 'moved', box }),
  });
}

interface Means {
  readonly aim: Aim;
  readonly frame: PickerFrame;
  readonly stop: AbortController;
  readonly tell: (news: AimNews) => void;
}

function obey(order: AimOrder, { aim, frame, stop, tell }: Means): void {
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
    case 'leave':
      return stop.abort();
  }
}
