import { setTimeout } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { CLICK_GAP_MS } from '../../../core/card.ts';
import type { Marionette, Place } from '../../../scripts/marionette.js';
import { GLANCE_MS } from '../../support/pace.ts';

/** What has the closed root in which we draw on a page. */
const OURS = 'html > div';

/** A tab or a window of Firefox. */
export class View {
  readonly #marionette: Marionette;
  readonly #handle: string;
  /** When it was last clicked, in milliseconds since the epoch. */
  #clicked = 0;
  /** Since when a person has had its page before them, in milliseconds since the epoch. */
  #seen = Date.now();

  constructor(marionette: Marionette, handle: string) {
    this.#marionette = marionette;
    this.#handle = handle;
  }

  /** Runs a function in its page. */
  run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.#marionette.run('content', work, { args, window: this.#handle });
  }

  /** Presses a button of the page's own, or a switch, by its name, as soon as it can be pressed. */
  async press(name: string): Promise<void> {
    const named = `normalize-space()="${name}" or @aria-label="${name}"`;
    const xpath = `//button[${named}][not(@aria-disabled="true")]`;
    await expect.poll(() => this.run(isThere, xpath), `a button "${name}"`).toBe(true);
    return this.#click({ xpath });
  }

  /** Presses a button that we have put on the page, by its name. */
  pressOurs(name: string): Promise<void> {
    return this.#click({ selector: `button[aria-label="${name}"]`, within: OURS });
  }

  /** A person has seen what they press, and means two clicks and no double click. */
  async #click(where: Place): Promise<void> {
    const from = Math.max(this.#clicked + CLICK_GAP_MS, this.#seen + GLANCE_MS);
    await setTimeout(Math.max(0, from - Date.now()));
    await this.#marionette.click(where, this.#handle);
    this.#clicked = Date.now();
  }

  /** What is written there; empty where there is no such thing. */
  textOf(selector: string): Promise<string> {
    return this.#textAt({ selector });
  }

  /** What a card says beside itself; empty where it says nothing. */
  note(): Promise<string> {
    return this.#textAt({ selector: '[role=alert] p', within: OURS });
  }

  #textAt(where: Place): Promise<string> {
    return this.#marionette.text(where, this.#handle).catch(() => '');
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

  /** Shows a page, and lets it be looked at from then on. */
  async navigate(url: string): Promise<void> {
    await this.#marionette.navigate(url, this.#handle);
    this.#seen = Date.now();
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

function isThere(xpath: string): boolean {
  const { booleanValue } = document.evaluate(
    `boolean(${xpath})`,
    document,
    null,
    XPathResult.BOOLEAN_TYPE,
  );
  return booleanValue;
}
