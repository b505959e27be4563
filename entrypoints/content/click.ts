import { CLICK_GAP_MS } from '../../core/card.ts';
import type { Selectors } from '../../core/messages.ts';
import { closest } from './dom.ts';
import { cardOfOwnButton } from './own-button.ts';

/** The card whose button a click was on: the page's own button, or ours. */
function clickedCard(event: Event, { card, button }: Selectors): Element | null {
  const [target] = event.composedPath();
  const own = cardOfOwnButton(target);
  if (own) return own;
  if (!(target instanceof Element)) return null;
  const pressed = closest(target, button);
  return pressed && closest(pressed, card);
}

/**
 * Hears every click before the page does, so that a card works in the very task in which it was
 * inserted, and takes those on a card's button: the page's own scripts and forms do not see them.
 * Only a person's clicks count, and of several within half a second only the first.
 */
export function hearClicks(
  selectors: () => Selectors,
  clicked: (card: Element) => void,
  signal: AbortSignal,
): void {
  const last = new WeakMap<Element, number>();
  const hear = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0) return;
    const card = clickedCard(event, selectors());
    if (card === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const since = event.timeStamp - (last.get(card) ?? Number.NEGATIVE_INFINITY);
    if (since < CLICK_GAP_MS) return;
    last.set(card, event.timeStamp);
    clicked(card);
  };
  window.addEventListener('click', hear, { capture: true, signal });
}
