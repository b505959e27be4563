import { until } from './until.js';

/** @typedef {import('./marionette.js').Marionette} Marionette */
/** @typedef {import('./marionette-place.js').Place} Place */

/** A tab or a window of Firefox, or a frame in one. */
export class FirefoxTab {
  #frame;

  /**
   * @param {Marionette} marionette
   * @param {string} window its handle
   * @param {Place} [frame]
   */
  constructor(marionette, window, frame) {
    this.marionette = marionette;
    this.window = window;
    this.#frame = frame;
  }

  /** @returns {import('./marionette.js').Where} */
  get where() {
    return this.#frame ? { window: this.window, frame: this.#frame } : this.window;
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
    return this.marionette.run('content', work, { args, window: this.where });
  }

  /**
   * What an expression comes to in its page.
   * @template T
   * @param {string} expression
   * @returns {Promise<T>}
   */
  evaluate(expression) {
    return this.marionette.run('content', `() => (${expression})`, { window: this.where });
  }

  /**
   * Presses a button, a link or a switch of its page by its name, as soon as it can be pressed.
   * @param {string} name
   */
  async press(name) {
    await until(() => this.offers(name), `button "${name}"`);
    await this.click(control(name));
  }

  /** Brings it to the front, as a person does who wants something of it. */
  async show() {
    await this.marionette.show(this.window);
  }

  /**
   * Presses an element with the mouse.
   * @param {Place} place
   */
  async click(place) {
    await this.show();
    await this.marionette.click(place, this.where);
  }

  /**
   * Whether there is such an element.
   * @param {Place} place
   */
  has(place) {
    return this.marionette.text(place, this.where).then(
      () => true,
      () => false,
    );
  }

  /**
   * Whether there is a button, a link or a switch of this name.
   * @param {string} name
   */
  offers(name) {
    return this.has(control(name));
  }

  /**
   * What is written there; empty where there is no such thing.
   * @param {string} selector
   */
  textOf(selector) {
    return this.textAt({ selector });
  }

  /**
   * The same, by whatever leads there.
   * @param {Place} place
   */
  textAt(place) {
    return this.marionette.text(place, this.where).catch(() => '');
  }

  /**
   * Shows a page.
   * @param {string} url
   */
  async navigate(url) {
    await this.marionette.navigate(url, this.window);
  }

  address() {
    return this.run(() => location.href);
  }

  /** All that a person reads on its page. */
  text() {
    return this.run(() => document.body.innerText);
  }

  /**
   * The state that a card shows, the first of the page if no other is named.
   * @param {number} [nth]
   */
  cardState(nth = 0) {
    return this.run(
      (at) =>
        document.querySelectorAll('.voice-card')[at]?.getAttribute('data-voice-state') ?? null,
      nth,
    );
  }

  /** A PNG of the part of its page that a person sees. */
  screenshot() {
    return this.marionette.screenshot(this.window);
  }

  close() {
    return this.marionette.closeWindow(this.window);
  }
}

/**
 * What can be pressed, by the name that a person reads or hears.
 * @param {string} name
 */
export function control(name) {
  const named = `normalize-space()="${name}" or @aria-label="${name}"`;
  const isOne = 'self::button or self::a or self::summary';
  return { xpath: `//*[${isOne}][${named}][not(@aria-disabled="true")]` };
}
