import type { CardState, CardView } from '../../core/card.ts';
import type { FoundCard, Selectors } from '../../core/messages.ts';
import { attribute, findAll, findIn, isConnected, setAttribute } from './dom.ts';
import { OwnButton } from './own-button.ts';
import { type CardButton, PageButton } from './page-button.ts';

/** All that a page learns of a conversation. */
const STATE = 'data-voice-state';

interface Shown {
  readonly state: CardState;
  readonly button: CardButton;
}

/** The agent that a card is for, as the page wrote it. */
export function agentOf(card: Element): string {
  return attribute(card, 'data-agent-id') ?? '';
}

/**
 * The cards of this page: which there are, and what each shows. Nothing is kept on the page's own
 * elements, so a card that is rendered anew is simply another card for the same agent.
 */
export class Cards {
  #selectors: Selectors;
  #view: CardView | null = null;
  /** The card that is in conversation; after a re-render, the first of the same agent takes its place. */
  #live: WeakRef<Element> | null = null;
  /** A card that was clicked and of which the conversation says nothing yet, or will say nothing. */
  #clicked: { readonly card: Element; readonly state: 'connecting' | 'error' } | null = null;
  /** What each card was last given to show, and on which button. */
  readonly #shown = new WeakMap<Element, Shown>();

  constructor(selectors: Selectors) {
    this.#selectors = selectors;
  }

  get selectors(): Selectors {
    return this.#selectors;
  }

  /** Finds cards another way from now on. */
  configure(selectors: Selectors): void {
    this.clear();
    this.#selectors = selectors;
    this.refresh();
  }

  /** Shows a conversation on its card, or none on any. */
  show(view: CardView | null): void {
    const clicked = this.#clicked;
    if (clicked?.state === 'connecting' && agentOf(clicked.card) === view?.agentId) {
      this.#live = new WeakRef(clicked.card);
      this.#clicked = null;
    }
    this.#view = view;
    this.refresh();
  }

  /** Shows on a clicked card what the page knows by itself: that it is being asked, or why not. */
  showClicked(card: Element, state: 'connecting' | 'error'): void {
    this.#clicked = { card, state };
    this.refresh();
  }

  /** Shows nothing any more but what the conversation itself says. */
  forgetClicked(): void {
    this.#clicked = null;
    this.refresh();
  }

  /** The card on which the conversation shows, or showed when it failed. */
  live(): Element | undefined {
    return this.#liveCard(findAll(this.#selectors.card));
  }

  /** What a card shows now, even one that was inserted a moment ago. */
  stateOf(card: Element): CardState {
    this.refresh();
    return this.#shown.get(card)?.state ?? 'idle';
  }

  /** Finds all cards with one query and touches those that must look different. */
  refresh(): void {
    const cards = [...findAll(this.#selectors.card)];
    const live = this.#liveCard(cards);
    for (const card of cards) {
      if (card === this.#clicked?.card) this.#update(card, this.#clicked.state);
      else this.#update(card, (card === live && this.#view?.state) || 'idle');
    }
  }

  /** The cards of this page, for the popup. */
  list(): FoundCard[] {
    const cards = [...findAll(this.#selectors.card)];
    return cards.map((card) => ({
      agentId: agentOf(card),
      state: this.#shown.get(card)?.state ?? 'idle',
      isShown: true,
    }));
  }

  /** Leaves the page as if nobody had been there. */
  clear(): void {
    for (const card of findAll(this.#selectors.card)) {
      setAttribute(card, STATE, null);
      this.#shown.get(card)?.button.clear();
      this.#shown.delete(card);
    }
  }

  #liveCard(cards: Iterable<Element>): Element | undefined {
    const view = this.#view;
    if (view === null) return undefined;
    const live = this.#live?.deref();
    if (live && isConnected(live) && agentOf(live) === view.agentId) return live;
    return [...cards].find((card) => agentOf(card) === view.agentId);
  }

  #update(card: Element, state: CardState): void {
    const before = this.#shown.get(card);
    const isSettled = before?.button.isInPlace() === true;
    if (isSettled && before.state === state && attribute(card, STATE) === state) return;
    const button = isSettled ? before.button : this.#button(card, before);
    this.#shown.set(card, { state, button });
    setAttribute(card, STATE, state);
    button.show(state);
  }

  /** The button to use from now on: the page's, or one of ours where there is none. */
  #button(card: Element, before: Shown | undefined): CardButton {
    const element = findIn(card, this.#selectors.button);
    if (element === null) return this.#ownButton(card, before);
    before?.button.clear();
    return new PageButton(element);
  }

  #ownButton(card: Element, before: Shown | undefined): CardButton {
    const isOurs = before?.button instanceof OwnButton;
    return isOurs ? before.button : new OwnButton(card, this.#selectors.button);
  }
}
