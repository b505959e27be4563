import { type CardState, buttonLook } from '../../core/card.ts';
import { isConnected, setAttribute, setClass } from './dom.ts';

/** The button on a card, the page's or ours. */
export interface CardButton {
  /** Whether it is still the one to use; a re-render may have swept it away. */
  isInPlace(): boolean;
  show(state: CardState): void;
  /** Takes every trace of us away. */
  clear(): void;
}

/** The page's own button: it tells its state as the guide's script does, and as assistive technology reads it. */
export class PageButton implements CardButton {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  isInPlace(): boolean {
    return isConnected(this.#element);
  }

  show(state: CardState): void {
    const { recording, pressed, busy } = buttonLook(state);
    setClass(this.#element, 'recording', recording);
    setAttribute(this.#element, 'aria-pressed', String(pressed));
    setAttribute(this.#element, 'aria-busy', busy ? 'true' : null);
  }

  clear(): void {
    this.show('idle');
    setAttribute(this.#element, 'aria-pressed', null);
  }
}
