import { type Remedy, remedy } from '../../core/failure.ts';
import type { Finder, Saying } from '../shared/page/meeting.ts';
import { failureText, t } from '../shared/text.ts';
import { follow, putBeside } from './follow.ts';
import { make, makeButton } from './make.ts';
import type { Overlay } from './overlay.ts';

/** Says something beside a card, with a button that does something about it where there is one. */
export class Note {
  readonly #finder: Finder;
  readonly #overlay: Overlay;
  /** What else stands beside a card, and must not be covered. */
  readonly #beside: (card: Element) => Element;
  readonly #box = make('div', 'note');
  #following = new AbortController();

  constructor(finder: Finder, overlay: Overlay, beside: (card: Element) => Element) {
    this.#finder = finder;
    this.#overlay = overlay;
    this.#beside = beside;
    this.#box.role = 'alert';
    const { signal } = finder;
    const leave = (event: Event) => this.#leave(event);
    window.addEventListener('pointerdown', leave, { capture: true, signal });
    window.addEventListener('keydown', leave, { capture: true, signal });
    signal.addEventListener('abort', () => this.hide());
  }

  show(saying: Saying): void {
    this.hide();
    const { card } = saying;
    const buttons = make('div', 'buttons', ...this.#buttons(saying));
    this.#box.replaceChildren(make('p', '', sentence(saying)), buttons);
    this.#overlay.root.append(this.#box);
    this.#following = new AbortController();
    const put = () => void putBeside(this.#beside(card), this.#box, 'bottom');
    follow(card, put, { floating: this.#box, signal: this.#following.signal });
  }

  hide(): void {
    this.#following.abort();
    this.#box.remove();
  }

  /** Goes when a person presses anywhere else, or Escape. */
  #leave(event: Event): void {
    const isInside = event.composedPath()[0] === this.#overlay.host;
    const leaves = event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside;
    if (leaves && event.isTrusted) this.hide();
  }

  #buttons(saying: Saying): HTMLButtonElement[] {
    const what: Remedy = 'failure' in saying ? remedy(saying.failure) : 'none';
    const dismiss = makeButton('', t('note_dismiss'), () => this.hide());
    if (what === 'none') return [dismiss];
    const mend = () => {
      this.hide();
      this.#finder.mend(saying.card, what);
    };
    return [makeButton('main', t(`mend_${what}`), mend), dismiss];
  }
}

function sentence(saying: Saying): string {
  if ('warning' in saying) return t(`warning_${saying.warning}`);
  return failureText(saying.failure, saying.retryAfter);
}
