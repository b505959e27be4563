import { follow } from './follow.ts';
import { make } from './make.ts';
import type { Overlay } from './overlay.ts';

/** For how long it stays when the pointer leaves for it, in milliseconds. */
const LINGER_MS = 200;

/** A few words beside a button while a person points at it or has reached it; for the eye alone. */
export class Tooltip {
  readonly #overlay: Overlay;
  readonly #box = make('div', 'tooltip');
  readonly #signal: AbortSignal;
  #following = new AbortController();
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(overlay: Overlay, signal: AbortSignal) {
    this.#overlay = overlay;
    this.#signal = signal;
    // The button carries the same words.
    this.#box.ariaHidden = 'true';
    this.#box.addEventListener('pointerenter', () => clearTimeout(this.#leaving));
    this.#box.addEventListener('pointerleave', () => this.hide());
    window.addEventListener('keydown', () => this.hide(), { capture: true, signal });
    signal.addEventListener('abort', () => this.hide());
  }

  /** Shows a button's label from now on, when it is wanted. */
  explain(button: HTMLButtonElement, side: 'top' | 'bottom'): void {
    const signal = this.#signal;
    const show = () => this.#show(button, side);
    const hide = () => this.hide();
    const leave = () => (this.#leaving = setTimeout(hide, LINGER_MS));
    button.addEventListener('pointerenter', show, { signal });
    button.addEventListener('pointerleave', leave, { signal });
    button.addEventListener('focus', () => button.matches(':focus-visible') && show(), { signal });
    for (const type of ['pointerdown', 'blur', 'click']) {
      button.addEventListener(type, hide, { signal });
    }
  }

  hide(): void {
    clearTimeout(this.#leaving);
    this.#following.abort();
    this.#box.remove();
  }

  #show(button: HTMLButtonElement, side: 'top' | 'bottom'): void {
    this.hide();
    this.#box.textContent = button.ariaLabel;
    this.#overlay.root.append(this.#box);
    this.#following = new AbortController();
    const put = () => this.#overlay.put(button, this.#box, side);
    follow(button, put, { floating: this.#box, signal: this.#following.signal });
  }
}
