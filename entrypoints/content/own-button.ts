import { type CardState, buttonLook, clickMeans } from '../../core/card.ts';
import { t } from '../shared/text.ts';
import { type ClosedRoot, closedRoot } from './closed-root.ts';
import { append, findIn } from './dom.ts';
import { microphoneIcon } from './icon.ts';
import type { CardButton } from './page-button.ts';

const CSS = `
  :host { display: inline-block !important; vertical-align: middle !important; }
  button {
    all: unset; box-sizing: border-box; display: grid; place-items: center;
    inline-size: 36px; block-size: 36px; margin: 4px; border-radius: 50%; cursor: pointer;
    color: #fff; background: #0f766e; border: 1px solid #fff;
  }
  button:hover { background: #0b5d57; }
  button:focus-visible { outline: 3px solid #0f766e; outline-offset: 2px; }
  button[aria-busy='true'] { opacity: .75; cursor: progress; }
  button[aria-pressed='true'] { background: #c62828; }
  svg { inline-size: 18px; block-size: 18px; fill: currentColor; }
  @media (prefers-reduced-motion: no-preference) {
    button[aria-busy='true'] svg, button[data-state='speaking'] svg { animation: breathe 1s ease-in-out infinite alternate; }
  }
  @media (forced-colors: active) { button { border: 1px solid ButtonText; } }
  @keyframes breathe { to { transform: scale(.8); } }
`;

/** Which card each of our buttons stands on: a click there reaches the page's window as one on our element. */
const cardOfHost = new WeakMap<EventTarget, Element>();

/** The card on which one of our own buttons was clicked, if it was one. */
export function cardOfOwnButton(target: EventTarget | undefined): Element | undefined {
  return target && cardOfHost.get(target);
}

/** The extension's own button, on a card that has none. */
export class OwnButton implements CardButton {
  readonly #card: Element;
  readonly #pageButton: string;
  readonly #place: ClosedRoot = closedRoot(CSS);
  readonly #button = document.createElement('button');

  /** @param pageButton selector of the page's own button, before which ours gives way */
  constructor(card: Element, pageButton: string) {
    this.#card = card;
    this.#pageButton = pageButton;
    this.#button.type = 'button';
    this.#button.append(microphoneIcon());
    this.#place.root.append(this.#button);
    cardOfHost.set(this.#place.host, card);
  }

  isInPlace(): boolean {
    return this.#stands() && findIn(this.#card, this.#pageButton) === null;
  }

  show(state: CardState): void {
    if (!this.#stands()) append(this.#card, this.#place.host);
    const { pressed, busy } = buttonLook(state);
    const label = LABELS[state === 'connecting' ? 'cancel' : clickMeans(state)]();
    this.#button.dataset['state'] = state;
    this.#button.ariaPressed = String(pressed);
    this.#button.ariaBusy = String(busy);
    this.#button.ariaLabel = label;
    this.#button.title = label;
  }

  clear(): void {
    this.#place.host.remove();
  }

  #stands(): boolean {
    return this.#place.host.parentNode === this.#card;
  }
}

const LABELS = {
  start: () => t('card_button_start'),
  cancel: () => t('card_button_cancel'),
  end: () => t('card_button_end'),
  nothing: () => t('card_state_ending'),
};
