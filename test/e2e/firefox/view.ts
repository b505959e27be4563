import { setTimeout } from 'node:timers/promises';
import { CLICK_GAP_MS } from '../../../core/card.ts';
import type { Marionette } from '../../../scripts/marionette.js';

/** A tab or a window of Firefox. */
export class View {
  readonly #marionette: Marionette;
  readonly #handle: string;
  /** When it was last clicked, in milliseconds since the epoch. */
  #clicked = 0;

  constructor(marionette: Marionette, handle: string) {
    this.#marionette = marionette;
    this.#handle = handle;
  }

  /** Runs a function in its page. */
  run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.#marionette.run('content', work, { args, window: this.#handle });
  }

  /**
   * Presses what a selector finds, in a closed root if it is told whose; no sooner after the last
   * press than a person who means two clicks and no double click.
   */
  async click(selector: string, within?: string): Promise<void> {
    await setTimeout(Math.max(0, this.#clicked + CLICK_GAP_MS - Date.now()));
    await this.#marionette.click(place(selector, within), this.#handle);
    this.#clicked = Date.now();
  }

  /** What is written there; empty where there is no such thing. */
  textOf(selector: string, within?: string): Promise<string> {
    return this.#marionette.text(place(selector, within), this.#handle).catch(() => '');
  }

  /** Writes into a field, as if typed. */
  write(selector: string, text: string): Promise<void> {
    return this.run(
      (where, what) => {
        const field = document.querySelector<HTMLInputElement>(where);
        if (!field) throw new Error(`There is no ${where}.`);
        field.value = what;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      selector,
      text,
    );
  }

  navigate(url: string): Promise<unknown> {
    return this.#marionette.navigate(url, this.#handle);
  }

  address(): Promise<string> {
    return this.run(() => location.href);
  }

  /** All that a person reads on its page. */
  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  /** The state that the page's first card shows. */
  cardState(): Promise<string | null> {
    return this.run(
      () => document.querySelector('.voice-card')?.getAttribute('data-voice-state') ?? null,
    );
  }

  close(): Promise<unknown> {
    return this.#marionette.closeWindow(this.#handle);
  }
}

function place(selector: string, within?: string) {
  return within === undefined ? { selector } : { selector, within };
}
