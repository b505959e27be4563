import {
  BUTTON_SELECTOR,
  CARD_SELECTOR,
  type CardState,
  type CardView,
  clickMeans,
} from '../../core/card.ts';
import type { FailureCode } from '../../core/failure.ts';
import type { FoundCard, Selectors } from '../../core/messages.ts';
import { attribute, findIn, isConnected, isShown, setAttribute } from '../shared/page/dom.ts';
import type { LiveCard, MarkedCard, Scene } from '../shared/page/meeting.ts';
import { tellPage } from './card-event.ts';
import { allMarked, markOn, setMarked } from './marked.ts';
import { PageButton } from './page-button.ts';
import type { Sight } from './sight.ts';
import type { Stage } from './stage.ts';
import type { Trees } from './trees.ts';

/** All that a page learns of a conversation. */
const STATE = 'data-voice-state';

interface Shown {
  readonly state: CardState;
  /** The page's own button; null on a bare card. */
  readonly button: PageButton | null;
}

/** A card that was clicked and of which the conversation says nothing yet, or will say nothing. */
interface Clicked {
  readonly card: Element;
  readonly state: 'connecting' | 'error';
  readonly failure?: FailureCode;
}

/** The agent that a card is for, as the page wrote it, or as the person marked it. */
export function agentOf(card: Element): string {
  return markOn(card)?.agentId ?? attribute(card, 'data-agent-id') ?? '';
}

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
  /** What each card was last given to show, and on which button. */
  readonly #shown = new WeakMap<Element, Shown>();

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
    this.clear();
    this.#selectors = selectors;
    this.refresh();
  }

  /** Takes these elements for cards too, and none that it took for one before. */
  mark(cards: ReadonlyMap<Element, MarkedCard>): void {
    setMarked(cards);
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
  showClicked(clicked: Clicked): void {
    this.#clicked = clicked;
    this.refresh();
  }

  /** Shows nothing any more but what the conversation itself says. */
  forgetClicked(): void {
    this.#clicked = null;
    this.refresh();
  }

  /** The cards there are, in the order of the page; those in shadow roots and marked ones come last. */
  all(): Element[] {
    return [...new Set([...this.#trees.find(this.#selectors.card), ...allMarked()])];
  }

  /** The card on which the conversation shows, or showed when it failed. */
  live(cards: readonly Element[] = this.all()): Element | undefined {
    const view = this.#view;
    if (view === null) return undefined;
    const live = this.#live?.deref();
    if (live && isConnected(live) && agentOf(live) === view.agentId) return live;
    return cards.find((card) => agentOf(card) === view.agentId);
  }

  /** The page's own button on a card. */
  buttonOn(card: Element): Element | undefined {
    return this.#shown.get(card)?.button?.element;
  }

  /** The card on which a press would end something. */
  inTalk(): Element | undefined {
    return this.all().find((card) => clickMeans(this.#state(card)) === 'end');
  }

  /** What a card shows now, even one that was inserted a moment ago. */
  stateOf(card: Element): CardState {
    this.#trees.enter(Node.prototype.getRootNode.call(card));
    this.refresh();
    return this.#state(card);
  }

  /** Finds all cards with one query and touches those that must look different. */
  refresh(): void {
    const cards = this.all();
    const live = this.live(cards);
    for (const card of cards) {
      const shows =
        card === this.#clicked?.card ? this.#clicked : card === live ? this.#view : null;
      this.#update(card, shows?.state ?? 'idle', shows?.failure);
    }
    this.#stage.show(this.#scene(cards, live), cards.length > 0);
  }

  /** The cards of this page, for the popup. */
  list(): FoundCard[] {
    return this.all().map((card) => ({
      agentId: agentOf(card),
      label: markOn(card)?.label,
      state: this.#state(card),
      isShown: isShown(card),
    }));
  }

  /** Leaves the page as if nobody had been there. */
  clear(): void {
    for (const card of this.all()) {
      setAttribute(card, STATE, null);
      this.#shown.get(card)?.button?.clear();
      this.#shown.delete(card);
    }
  }

  #state(card: Element): CardState {
    return this.#shown.get(card)?.state ?? 'idle';
  }

  #scene(cards: readonly Element[], live: Element | undefined): Scene {
    const bare = cards.filter((card) => this.#shown.get(card)?.button === null);
    return {
      bare: bare.map((card) => ({ card, state: this.#state(card) })),
      live: this.#liveScene(live),
    };
  }

  #liveScene(live: Element | undefined): LiveCard | null {
    const clicked = this.#clicked;
    const card = clicked?.state === 'connecting' ? clicked.card : live;
    if (card === undefined || !isConnected(card)) return null;
    const view =
      card === clicked?.card ? { agentId: agentOf(card), state: clicked.state } : this.#view;
    if (view === null || view.state === 'error') return null;
    return { card, view };
  }

  #update(card: Element, state: CardState, failure: FailureCode | undefined): void {
    const before = this.#shown.get(card);
    const isSettled = before !== undefined && this.#isSettled(card, before);
    const told = markOn(card) ? null : state;
    if (isSettled && before.state === state && attribute(card, STATE) === told) return;
    const button = isSettled ? before.button : this.#button(card, before);
    this.#shown.set(card, { state, button });
    setAttribute(card, STATE, told);
    button?.show(state);
    if (told !== null && before !== undefined && before.state !== state) tell(card, state, failure);
  }

  /** Whether the button to use is the same as before. */
  #isSettled(card: Element, { button }: Shown): boolean {
    return button ? button.isOn(card) : this.#pageButton(card) === null;
  }

  /** A marked card has ours alone: what is in it may be another card's. */
  #pageButton(card: Element): Element | null {
    return markOn(card) ? null : findIn(card, this.#selectors.button);
  }

  #button(card: Element, before: Shown | undefined): PageButton | null {
    const element = this.#pageButton(card);
    if (element === before?.button?.element) return before?.button ?? null;
    before?.button?.clear();
    if (element === null) return null;
    this.#sight.watch(element);
    return new PageButton(element);
  }
}

function tell(card: Element, state: CardState, code: FailureCode | undefined): void {
  const agentId = agentOf(card);
  tellPage(card, 'voicecard:statechange', { agentId, state });
  if (code) tellPage(card, 'voicecard:error', { agentId, code });
}
