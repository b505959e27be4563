import { type CardState, buttonLook } from '../../core/card.ts';
import { contains, setAttribute, setClass } from '../shared/page/dom.ts';

/** The page's own button: it tells its state as the guide's script does, and as assistive technology reads it. */
export class PageButton {
  readonly element: Element;

  constructor(element: Element) {
    this.element = element;
  }

  /** Whether it is still on its card; a re-render may have swept it away. */
  isOn(card: Element): boolean {
    return contains(card, this.element);
  }

  show(state: CardState): void {
    const { recording, pressed, busy } = buttonLook(state);
    setClass(this.element, 'recording', recording);
    setAttribute(this.element, 'aria-pressed', String(pressed));
    setAttribute(this.element, 'aria-busy', busy ? 'true' : null);
  }

  /** Takes every trace of us away. */
  clear(): void {
    this.show('idle');
    setAttribute(this.element, 'aria-pressed', null);
  }
}
