import { type Remedy, remedy } from '../../core/remedy.ts';
import type { Finder, Saying } from '../shared/page/meeting.ts';
import { failureText, t } from '../shared/text.ts';
import { follow } from './follow.ts';
import { make, makeButton } from './make.ts';
import type { Overlay } from './overlay.ts';
import type { Stop } from './tab-order.ts';

/** Where things are on a page. */
interface Places {
  /** What else stands beside a card, and must not be covered, or the card. */
  readonly beside: (card: Element) => Element;
  /** Gives the focus back to a card's button. */
  readonly goHome: (card: Element) => void;
}

/** Says something beside a card, with a button that does something about it where there is one. */
export class Note {
  readonly #finder: Finder;
  readonly #overlay: Overlay;
  readonly #beside: Places['beside'];
  readonly #goHome: Places['goHome'];
  readonly #box = make('div', 'note');
  #saying: Saying | null = null;
  #following = new AbortController();

  constructor(finder: Finder, overlay: Overlay, { beside, goHome }: Places) {
    this.#finder = finder;
    this.#overlay = overlay;
    this.#beside = beside;
    this.#goHome = goHome;
    this.#box.role = 'alert';
    const { signal } = finder;
    const leave = (event: Event) => this.#leave(event);
    window.addEventListener('pointerdown', leave, { capture: true, signal });
    window.addEventListener('keydown', leave, { capture: true, signal });
  }

  show(saying: Saying): void {
    this.hide();
    const { card } = saying;
    this.#saying = saying;
    const buttons = make('div', 'buttons', ...this.#buttons(saying));
    this.#box.replaceChildren(make('p', '', sentence(saying)), buttons);
    this.#overlay.root.append(this.#box);
    this.#following = new AbortController();
    const put = () => this.#overlay.put(this.#beside(card), this.#box, 'bottom');
    follow(card, put, { floating: this.#box, signal: this.#following.signal });
  }

  /** Of a card that was rendered anew, it is said of the one in its place; of one that is gone, no more. */
  moveOn(): void {
    const saying = this.#saying;
    const card = saying && this.#finder.heirOf(saying.card);
    if (saying === null || card === saying.card) return;
    if (card) this.show({ ...saying, card });
    else this.hide();
  }

  /** Its buttons, with the card they are for. */
  stops(): Stop[] {
    const card = this.#saying?.card;
    if (!card) return [];
    return [...this.#box.querySelectorAll('button')].map((control) => ({ card, control }));
  }

  hide(): void {
    const card = this.#saying?.card;
    const hadFocus = this.#box.contains(this.#overlay.focused());
    this.#saying = null;
    this.#following.abort();
    this.#box.remove();
    if (hadFocus && card) this.#goHome(card);
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
    const button = makeButton('main', t(`mend_${what}`), (event) => {
      this.#finder.mend(saying.card, what, { button, event });
      this.hide();
    });
    this.#finder.watch(button, saying.card);
    return [button, dismiss];
  }
}

function sentence(saying: Saying): string {
  if ('warning' in saying) return t(`warning_${saying.warning}`);
  return failureText(saying.failure, saying.retryAfter);
}
