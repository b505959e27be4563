import { CLICK_GAP_MS } from '../../core/card.ts';
import type { Selectors } from '../../core/messages.ts';
import { closest } from '../shared/page/dom.ts';
import type { Press } from '../shared/page/meeting.ts';

/** A press on a card's button, the page's or ours. */
export interface CardPress extends Press {
  readonly card: Element;
}

/** The page's own button that was clicked, and its card. */
function pressed([target]: readonly EventTarget[], { card, button }: Selectors) {
  if (!(target instanceof Element)) return null;
  const on = closest(target, button);
  const around = on && closest(on, card);
  return around && { card: around, button: on };
}

/** Of several presses on one card within half a second, only the first counts; and only a person's. */
export function countPresses(count: (press: CardPress) => void): (press: CardPress) => void {
  const last = new WeakMap<Element, number>();
  return (press) => {
    const { card, event } = press;
    if (!event.isTrusted) return;
    const since = event.timeStamp - (last.get(card) ?? Number.NEGATIVE_INFINITY);
    if (since < CLICK_GAP_MS) return;
    last.set(card, event.timeStamp);
    count(press);
  };
}

/**
 * Hears every click before the page does, so that a card works in the very task in which it was
 * inserted, and takes those on a card's button: the page's own scripts and forms do not see them.
 */
export function hearClicks(
  selectors: () => Selectors,
  press: (press: CardPress) => void,
  signal: AbortSignal,
): void {
  const hear = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0) return;
    const on = pressed(event.composedPath(), selectors());
    if (on === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press({ ...on, event });
  };
  window.addEventListener('click', hear, { capture: true, signal });
}
