import { buttonLook, clickMeans } from '../../core/card.ts';
import { allAt, place, reveal, shows } from '../shared/page/dom.ts';
import type { BareCard, Finder } from '../shared/page/meeting.ts';
import { t } from '../shared/text.ts';
import { follow } from './follow.ts';
import { depict, makeButton } from './make.ts';
import type { Overlay } from './overlay.ts';
import type { Stop } from './tab-order.ts';
import type { Tooltip } from './tooltip.ts';

/** How many of our buttons there are at once, at most. */
const MOST = 50;
/** How far a button stays from its card's corner, in pixels, and how large it is; as in style.ts. */
const INSET = 8;
const SIZE = 36;
/** How far a round corner stays behind a square one on each side, as a part of its radius. */
const BEHIND = 1 - Math.SQRT1_2;

interface OwnButton {
  readonly button: HTMLButtonElement;
  readonly gone: AbortController;
  readonly put: () => void;
}

/** Our own buttons, one in the corner of each card without one: those in view, and for the keyboard the others. */
export class OwnButtons {
  readonly #finder: Finder;
  readonly #overlay: Overlay;
  readonly #tooltip: Tooltip;
  readonly #inView = new Set<Element>();
  readonly #buttons = new Map<Element, OwnButton>();
  readonly #observer = new IntersectionObserver((news) => this.#look(news));
  #bare: ReadonlyMap<Element, BareCard> = new Map();

  constructor(finder: Finder, overlay: Overlay, tooltip: Tooltip) {
    this.#finder = finder;
    this.#overlay = overlay;
    this.#tooltip = tooltip;
    finder.signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      for (const { gone } of this.#buttons.values()) gone.abort();
    });
  }

  /** The button on a card, if there is one now. */
  on(card: Element): HTMLButtonElement | undefined {
    return this.#buttons.get(card)?.button;
  }

  /** Our buttons, each with its card; those of cards out of view come for who walks by keyboard. */
  stops(): Stop[] {
    for (const card of this.#bare.keys()) {
      if (this.#buttons.size < MOST && this.#overlay.reaches(card)) this.#add(card);
    }
    return [...this.#buttons].map(([card, { button: control }]) => ({ card, control }));
  }

  /** Shows these cards' buttons from now on, and no others. */
  show(bare: readonly BareCard[]): void {
    const before = this.#bare;
    this.#bare = new Map(bare.map((it) => [it.card, it]));
    for (const card of before.keys()) if (!this.#bare.has(card)) this.#forget(card);
    for (const card of this.#bare.keys()) if (!before.has(card)) this.#observer.observe(card);
    this.#refresh();
  }

  #forget(card: Element): void {
    this.#observer.unobserve(card);
    this.#inView.delete(card);
    this.#remove(card);
  }

  #look(news: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of news) {
      if (isIntersecting) this.#inView.add(target);
      else this.#inView.delete(target);
    }
    this.#refresh();
  }

  #refresh(): void {
    for (const [card, { button }] of this.#buttons) {
      if (!this.#inView.has(card) && this.#overlay.focused() !== button) this.#remove(card);
    }
    for (const { card } of this.#bare.values()) {
      if (this.#buttons.size < MOST && this.#inView.has(card)) this.#add(card);
    }
    for (const [card, { button, put }] of this.#buttons) {
      this.#describe(card, button);
      put();
    }
  }

  #remove(card: Element): void {
    const own = this.#buttons.get(card);
    if (own) this.#tooltip.hide();
    own?.gone.abort();
    own?.button.remove();
    this.#buttons.delete(card);
  }

  #add(card: Element): void {
    if (this.#buttons.has(card)) return;
    const gone = new AbortController();
    const button = makeButton('own', '', (event) => {
      this.#finder.press(card, { button, event });
    });
    const put = () => this.#put(card, button);
    this.#buttons.set(card, { button, gone, put });
    this.#overlay.root.insertBefore(button, this.#after(card));
    this.#finder.watch(button, card);
    this.#tooltip.explain(button, 'top');
    // A press would move it from under the pointer.
    button.addEventListener('focus', () => button.matches(':focus-visible') && reveal(card));
    follow(card, put, { floating: button, signal: gone.signal });
  }

  /** The button of the next card that has one: they stand in the order of the page. */
  #after(card: Element): Element | null {
    const cards = [...this.#bare.keys()];
    const next = cards.slice(cards.indexOf(card) + 1).find((other) => this.#buttons.has(other));
    return (next && this.on(next)) ?? null;
  }

  #describe(card: Element, button: HTMLButtonElement): void {
    const state = this.#bare.get(card)?.state ?? 'idle';
    const { pressed, busy } = buttonLook(state);
    button.dataset['state'] = state;
    button.ariaPressed = String(pressed);
    button.ariaBusy = String(busy);
    const isCancel = state === 'connecting' || state === 'asking';
    const label = this.#label(card, isCancel ? 'cancel' : clickMeans(state));
    depict(button, pressed ? 'end' : 'microphone', label);
  }

  #label(card: Element, what: 'start' | 'cancel' | 'end' | 'nothing'): string {
    if (what === 'cancel') return t('card_button_cancel');
    if (what === 'end') return t('card_button_end');
    if (what === 'nothing') return t('card_state_ending');
    const name = this.#finder.nameOf(card);
    return name === undefined ? t('card_button_start') : t('card_button_start_named', [name]);
  }

  #put(card: Element, button: HTMLButtonElement): void {
    const { left, right, top, bottom, width, height } = place(card);
    const [row, side] = this.#finder.cornerOf(card).split('-');
    const style = getComputedStyle(card);
    const corner = `border-${row === 'top' ? 'start' : 'end'}-${side}-radius`;
    const rounding = BEHIND * inPixels(style.getPropertyValue(corner), width);
    const inset = Math.max(INSET, rounding - INSET / 2);
    const isRight = (style.direction === 'rtl') === (side === 'start');
    const x = isRight ? right - inset - SIZE : left + inset;
    const below = Math.min(inset, (height - SIZE) / 2);
    const y = row === 'top' ? top + below : bottom - below - SIZE;
    const origin = this.#overlay.origin();
    const middle = (Math.max(y, top) + Math.min(y + SIZE, bottom)) / 2;
    const isOpen = [x, x + SIZE].every((edge) => this.#isOpenAt(card, edge, middle));
    // Unseen it stands at the page's beginning, where it does not make the page any larger.
    const at = isOpen ? [x - origin.left, y - origin.top] : [0, 0];
    button.style.translate = at.map((it) => `${Math.round(it)}px`).join(' ');
    // Whoever comes to it by keyboard, or has, finds it where its card cannot be seen, too.
    const stays = isOpen || !this.#inView.has(card) || button.matches(':focus-visible');
    button.style.visibility = stays ? 'visible' : 'hidden';
    button.style.clipPath = isOpen ? '' : 'inset(50%)';
  }

  /** Whether a card is on top there: a page's menu, or the edge of what scrolls, may lie over it. */
  #isOpenAt(card: Element, x: number, y: number): boolean {
    const { host } = this.#overlay;
    const top = allAt(card, x, y).find((element) => element !== host);
    return top !== undefined && shows(card, top);
  }
}

/** A length as computed styles have it, the first of two. */
function inPixels(length: string, whole: number): number {
  const size = Number.parseFloat(length);
  return length.includes('%') ? (size / 100) * whole : size;
}
