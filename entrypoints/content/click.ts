import { CLICK_GAP_MS } from '../../core/card.ts';
import type { Selectors } from '../../core/messages.ts';
import { matches } from '../shared/page/dom.ts';
import type { Press } from '../shared/page/meeting.ts';
import type { Trees } from './trees.ts';

/** A press on a card's button, the page's or ours. */
export interface CardPress extends Press {
  readonly card: Element;
}

/** The page's own button that was clicked, and its card, with what lies between in shadow roots or slots. */
function pressed(path: readonly EventTarget[], { card, button }: Selectors) {
  const around = path.filter((it) => it instanceof Element);
  const at = around.findIndex((it) => matches(it, button));
  const on = around[at];
  const own = on && around.slice(at).find((it) => matches(it, card));
  return own && { card: own, button: on };
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
 * What is clicked in a closed root can be heard there alone.
 */
export function hearClicks(
  trees: Trees,
  selectors: () => Selectors,
  press: (press: CardPress) => void,
  signal: AbortSignal,
): void {
  const hear = (event: Event) => {
    if (!(event instanceof MouseEvent) || !event.isTrusted || event.button !== 0) return;
    const on = pressed(event.composedPath(), selectors());
    if (!on) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press({ ...on, event });
  };
  trees.onEnter((tree) => {
    const where = tree === document ? window : tree;
    EventTarget.prototype.addEventListener.call(where, 'click', hear, { capture: true, signal });
  });
}
