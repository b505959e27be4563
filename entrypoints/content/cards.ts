import { BUTTON_SELECTOR, CARD_SELECTOR, type CardState, type CardView } from '../../core/card.ts';
import type { Selectors } from '../../core/messages.ts';
import { attribute, findIn, isConnected, setAttribute } from '../shared/page/dom.ts';
import type { MarkedCard, Marker, Scene } from '../shared/page/meeting.ts';
import { attributesOf } from './attributes.ts';
import { tellPage } from './card-event.ts';
import { type Changes, areBesideCards } from './changes.ts';
import { type Clicked, liveCard } from './live-card.ts';
import { agentOf, allMarked, isPersons, setMarked } from './marked.ts';
import { PageButton } from './page-button.ts';
import type { Shown, Shows } from './shown.ts';
import type { Sight } from './sight.ts';
import type { Stage } from './stage.ts';
import type { Trees } from './trees.ts';
import { CHANGES } from './watch.ts';

/** All that a page learns of a conversation. */
const STATE = 'data-voice-state';

/**
 * The cards of this page: which there are, and what each shows. Nothing is kept on the page's own
 * elements, so a card that is rendered anew is simply another card for the same agent.
 */
export class Cards {
  #selectors: Selectors = { card: CARD_SELECTOR, button: BUTTON_SELECTOR };
  readonly #stage: Stage;
  readonly #sight: Sight;
  readonly #trees: Trees;
  #view: CardView | null = null;
  /** The card that is in conversation; after a re-render, the first of the same agent takes its place. */
  #live: WeakRef<Element> | null = null;
  #clicked: Clicked | null = null;
  /** Those that were found last, without the marked ones. */
  #found: readonly Element[] = [];
  /** What each card was last given to show, and on which button. */
  readonly #shown = new WeakMap<Element, Shown>();
  /** Whether a card may not be as it was left: something has changed in one, or is going on there. */
  #isTouched = false;
  readonly #observer = new MutationObserver(() => (this.#isTouched = true));

  /** @param sight watches their buttons */
  constructor(stage: Stage, sight: Sight, trees: Trees) {
    this.#stage = stage;
    this.#sight = sight;
    this.#trees = trees;
  }

  get selectors(): Selectors {
    return this.#selectors;
  }

  /** Finds cards another way from now on. */
  configure(selectors: Selectors): void {
    const { card, button } = this.#selectors;
    if (selectors.card !== card || selectors.button !== button) this.clear();
    this.#selectors = selectors;
    this.refresh();
  }

  /** Takes these elements for cards too, and none that it took for one before. */
  mark(by: Marker, cards: ReadonlyMap<Element, MarkedCard>): void {
    setMarked(by, cards);
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
  showClicked(clicked: Omit<Clicked, 'agentId'>): void {
    this.#clicked = { ...clicked, agentId: agentOf(clicked.card) };
    this.refresh();
  }

  /** Shows nothing any more but what the conversation itself says. */
  forgetClicked(): void {
    this.#clicked = null;
    this.refresh();
  }

  /** The cards there are, in the order of the page; those in shadow roots and marked ones come last. */
  all(found: readonly Element[] = this.#find()): Element[] {
    return [...new Set([...found, ...allMarked()])];
  }

  /** The card on which the conversation shows, or showed when it failed. */
  live(cards: readonly Element[] = this.all()): Element | undefined {
    const view = this.#view;
    if (view === null) return undefined;
    const live = this.#live?.deref();
    if (live && isConnected(live) && agentOf(live) === view.agentId) return live;
    return cards.find((card) => agentOf(card) === view.agentId);
  }

  /** A card, or the first of the same agent where a re-render has taken it away. */
  heirOf(card: Element, cards: readonly Element[] = this.all()): Element | undefined {
    return isConnected(card) ? card : cards.find((other) => agentOf(other) === agentOf(card));
  }

  /** The page's own button on a card. */
  buttonOn(card: Element): Element | undefined {
    return this.#shown.get(card)?.button?.element;
  }

  /** What a card was last given to show. */
  shownOn(card: Element): CardState {
    return this.#shown.get(card)?.state ?? 'idle';
  }

  /** What a card shows now, even one that was inserted a moment ago. */
  stateOf(card: Element): CardState {
    this.#trees.enter(Node.prototype.getRootNode.call(card));
    this.refresh();
    return this.shownOn(card);
  }

  /** The page has changed: finds its cards with one query, unless that is known to be needless, and does little more where they are as they were. */
  glance(changes: Changes): void {
    // Another selector may ask what stands beside an element.
    const isUsual = this.#selectors.card === CARD_SELECTOR && this.#trees.size === 1;
    if (isUsual && !this.#isTouched && areBesideCards(changes)) return this.#stage.again();
    const before = this.#found;
    const found = this.#find();
    const isAsBefore = (card: Element, i: number) =>
      card === before[i] && (!this.#isTouched || this.#isAtRest(card));
    if (found.length !== before.length || !found.every(isAsBefore)) return this.refresh(found);
    this.#isTouched = false;
    this.#stage.again();
  }

  /** Finds all cards with one query and touches those that must look different. */
  refresh(found: readonly Element[] = this.#find()): void {
    this.#found = found;
    const clicked = this.#clicked;
    // A list may have used the card once more, for another agent.
    if (clicked && agentOf(clicked.card) !== clicked.agentId) {
      this.#clicked = null;
      this.#stage.say(null);
    }
    const cards = this.all(found);
    const live = this.live(cards);
    this.#passOnClick(cards);
    for (const card of cards) this.#update(card, this.#showsOn(card, live));
    this.#stage.show(this.#scene(cards, live), cards.length > 0);
  }

  /** Leaves the page as if nobody had been there. */
  clear(): void {
    this.#observer.disconnect();
    for (const card of this.all()) {
      setAttribute(card, STATE, null);
      this.#shown.get(card)?.button?.clear();
      this.#shown.delete(card);
    }
  }

  #find(): Element[] {
    return this.#trees.find(this.#selectors.card);
  }

  /** What was clicked may have been rendered anew: then another card has its place. */
  #passOnClick(cards: readonly Element[]): void {
    const clicked = this.#clicked;
    const heir = clicked && this.heirOf(clicked.card, cards);
    if (clicked && heir) this.#clicked = { ...clicked, card: heir };
  }

  #showsOn(card: Element, live: Element | undefined): Shows {
    if (card === this.#clicked?.card) return this.#clicked;
    return (card === live && this.#view) || { state: 'idle' };
  }

  /** Whether a card shows that nothing is going on, and as it should. */
  #isAtRest(card: Element): boolean {
    const shown = this.#shown.get(card);
    if (shown?.state !== 'idle' || shown.agentId !== agentOf(card)) return false;
    return attribute(card, STATE) === this.#told(card, 'idle') && this.#isSettled(card, shown);
  }

  #scene(cards: readonly Element[], live: Element | undefined): Scene {
    const bare = cards.filter((card) => this.#shown.get(card)?.button === null);
    const states = bare.map((card) => ({ card, state: this.shownOn(card) }));
    return { bare: states, live: liveCard(live, this.#clicked, this.#view) };
  }

  #update(card: Element, { state, failure }: Shows): void {
    // While something shows, a framework may have put the button's own class back.
    if (state === 'idle' && this.#isAtRest(card)) return;
    this.#isTouched = true;
    const before = this.#shown.get(card);
    // The site's owner is warned as soon as there is something to warn of.
    if (!before) attributesOf(card);
    // Nothing in what a person marked is ours.
    if (!isPersons(card)) this.#observer.observe(card, CHANGES);
    const told = this.#told(card, state);
    const isNews = told !== null && told !== this.shownOn(card);
    const button = this.#button(card, before);
    this.#shown.set(card, { agentId: agentOf(card), state, button });
    setAttribute(card, STATE, told);
    button?.show(state);
    if (isNews) tellPage(card, { agentId: agentOf(card), state }, failure);
  }

  /** What the page is told of a state. */
  #told(card: Element, state: CardState): CardState | null {
    return isPersons(card) ? null : state;
  }

  /** Whether the button to use is the same as before. */
  #isSettled(card: Element, { button }: Shown): boolean {
    return button ? button.isOn(card) : this.#pageButton(card) === null;
  }

  /** A card that a person marked has ours alone: what is in it may be another card's. */
  #pageButton(card: Element): Element | null {
    return isPersons(card) ? null : findIn(card, this.#selectors.button);
  }

  #button(card: Element, before: Shown | undefined): PageButton | null {
    const old = before?.button ?? null;
    if (before && this.#isSettled(card, before)) return old;
    const element = this.#pageButton(card);
    if (old?.element === element) return old;
    old?.clear();
    if (element === null) return null;
    this.#sight.watch(element, card);
    return new PageButton(element);
  }
}
