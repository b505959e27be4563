import { setTimeout } from 'node:timers/promises';
import { CLICK_GAP_MS } from '../core/card.ts';
import { GLANCE_MS } from './pace.js';
import { until } from './until.js';

/** @typedef {import('./marionette.js').Marionette} Marionette */
/** @typedef {import('./marionette.js').Place} Place */

/** A tab or a window of Firefox, and a person before it. */
export class FirefoxTab {
  #marionette;
  #handle;
  /** When it was last clicked, in milliseconds since the epoch. */
  #clicked = 0;
  /** Since when a person has had its page before them, in milliseconds since the epoch. */
  #seen = Date.now();

  /**
   * @param {Marionette} marionette
   * @param {string} handle
   */
  constructor(marionette, handle) {
    this.#marionette = marionette;
    this.#handle = handle;
  }

  /**
   * Runs a function in its page.
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} work
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  run(work, ...args) {
    return this.#marionette.run('content', work, { args, window: this.#handle });
  }

  /**
   * Presses a button of the page's own, or a switch, by its name, as soon as it can be pressed.
   * @param {string} name
   */
  async press(name) {
    const named = `normalize-space()="${name}" or @aria-label="${name}"`;
    const xpath = `//button[${named}][not(@aria-disabled="true")]`;
    await until(() => this.run(isThere, xpath), `button "${name}"`);
    return this.click({ xpath });
  }

  /**
   * A person has seen what they press, and means two clicks and no double click.
   * @param {Place} place
   */
  async click(place) {
    const from = Math.max(this.#clicked + CLICK_GAP_MS, this.#seen + GLANCE_MS);
    await setTimeout(Math.max(0, from - Date.now()));
    await this.#marionette.click(place, this.#handle);
    this.#clicked = Date.now();
  }

  /**
   * What is written there; empty where there is no such thing.
   * @param {string} selector
   */
  textOf(selector) {
    return this.textAt({ selector });
  }

  /** @param {Place} place */
  textAt(place) {
    return this.#marionette.text(place, this.#handle).catch(() => '');
  }

  /**
   * Shows a page, and lets it be looked at from then on.
   * @param {string} url
   */
  async navigate(url) {
    await this.#marionette.navigate(url, this.#handle);
    this.#seen = Date.now();
  }

  address() {
    return this.run(() => location.href);
  }

  /** All that a person reads on its page. */
  text() {
    return this.run(() => document.body.innerText);
  }

  /** The state that the page's first card shows. */
  cardState() {
    return this.run(
      () => document.querySelector('.voice-card')?.getAttribute('data-voice-state') ?? null,
    );
  }

  /** A PNG of the part of its page that a person sees. */
  screenshot() {
    return this.#marionette.screenshot(this.#handle);
  }

  close() {
    return this.#marionette.closeWindow(this.#handle);
  }
}

/** @param {string} xpath */
function isThere(xpath) {
  const { booleanValue } = document.evaluate(
    `boolean(${xpath})`,
    document,
    null,
    XPathResult.BOOLEAN_TYPE,
  );
  return booleanValue;
}
