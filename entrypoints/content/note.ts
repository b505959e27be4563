import { t } from '../shared/text.ts';
import { closedRoot } from './closed-root.ts';
import { append, isConnected, place } from './dom.ts';

/** How far a note stays from its card and from the window's edges, in pixels. */
const GAP = 8;
const WIDTH = 300;

const CSS = `
  [popover] {
    box-sizing: border-box; position: fixed; inset: auto; margin: 0; padding: 12px 14px; border: 1px solid #0003;
    inline-size: ${WIDTH}px; max-inline-size: calc(100vw - ${2 * GAP}px); border-radius: 10px;
    font: 14px/1.45 system-ui, sans-serif; color: #1c1b2a; background: #fff; box-shadow: 0 6px 24px #0003;
  }
  p { margin: 0 0 8px; }
  div > div { display: flex; gap: 8px; }
  button { font: inherit; padding: 4px 10px; border-radius: 6px; border: 1px solid #8888; background: none; color: inherit; cursor: pointer; }
  button:first-child:not(:last-child) { background: #0f766e; border-color: #0f766e; color: #fff; }
  button:focus-visible { outline: 3px solid #5eead4; outline-offset: 1px; }
  @media (prefers-color-scheme: dark) { [popover] { color: #eeeef6; background: #24233a; border-color: #fff3; } }
`;

/** A button beside the sentence. */
interface Action {
  readonly label: string;
  readonly act: () => void;
}

/** Says something beside a card, with a button that does something about it where there is one. */
export class Note {
  readonly #place = closedRoot(CSS);
  readonly #box = document.createElement('div');

  constructor(signal: AbortSignal) {
    this.#box.popover = 'manual';
    this.#box.role = 'alert';
    window.addEventListener('pointerdown', (event) => this.#leave(event), {
      capture: true,
      signal,
    });
    window.addEventListener('keydown', (event) => this.#leave(event), { capture: true, signal });
    this.#place.root.append(this.#box);
    signal.addEventListener('abort', () => this.hide());
  }

  show(card: Element, sentence: string, action: Action | null = null): void {
    this.hide();
    const text = document.createElement('p');
    text.textContent = sentence;
    const buttons = document.createElement('div');
    const dismiss = { label: t('note_dismiss'), act: () => {} };
    buttons.append(...(action ? [this.#button(action)] : []), this.#button(dismiss));
    this.#box.replaceChildren(text, buttons);
    append(document.documentElement, this.#place.host);
    this.#box.showPopover();
    this.#putBeside(card);
  }

  hide(): void {
    this.#place.host.remove();
  }

  /** Goes when a person presses anywhere else, or Escape. */
  #leave(event: PointerEvent | KeyboardEvent): void {
    const isInside = event.composedPath()[0] === this.#place.host;
    const leaves = event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside;
    if (leaves && event.isTrusted) this.hide();
  }

  #button({ label, act }: Action): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      this.hide();
      act();
    });
    return button;
  }

  #putBeside(card: Element): void {
    const { left, bottom, top } = isConnected(card) ? place(card) : new DOMRect();
    const { style, offsetHeight, offsetWidth } = this.#box;
    const below = bottom + GAP + offsetHeight <= innerHeight;
    const y = below ? bottom + GAP : Math.max(GAP, top - GAP - offsetHeight);
    style.left = `${Math.max(GAP, Math.min(left, innerWidth - offsetWidth - GAP))}px`;
    style.top = `${y}px`;
  }
}
