import { putBeside } from './follow.ts';
import { make } from './make.ts';
import type { Overlay } from './overlay.ts';

/** A few words beside a button while a person points at it or has reached it; for the eye alone. */
export class Tooltip {
  readonly #overlay: Overlay;
  readonly #box = make('div', 'tooltip');
  readonly #signal: AbortSignal;

  constructor(overlay: Overlay, signal: AbortSignal) {
    this.#overlay = overlay;
    this.#signal = signal;
    // The button carries the same words.
    this.#box.ariaHidden = 'true';
  }

  /** Shows a button's label from now on, when it is wanted. */
  explain(button: HTMLButtonElement): void {
    const signal = this.#signal;
    const show = () => void this.#show(button);
    const hide = () => this.hide();
    button.addEventListener('pointerenter', show, { signal });
    button.addEventListener('focus', () => button.matches(':focus-visible') && show(), { signal });
    for (const type of ['pointerleave', 'pointerdown', 'blur', 'click']) {
      button.addEventListener(type, hide, { signal });
    }
  }

  hide(): void {
    this.#box.remove();
  }

  async #show(button: HTMLButtonElement): Promise<void> {
    this.#box.textContent = button.ariaLabel;
    this.#overlay.root.append(this.#box);
    await putBeside(button, this.#box, 'top');
  }
}
