import type { Marionette } from '../../../scripts/marionette.js';
import type { Place } from '../../../scripts/marionette-place.js';
import { until } from './until.ts';

/** WebDriver's characters for keys that have none (WebDriver, section 17.4.2). */
export const KEY = {
  enter: '\uE007',
  tab: '\uE004',
  left: '\uE012',
  up: '\uE013',
  right: '\uE014',
  down: '\uE015',
} as const;

/** A tab or a window of Firefox, or a frame in one. */
export class View {
  protected readonly marionette: Marionette;
  protected readonly window: string;
  readonly #frame: Place | undefined;

  constructor(marionette: Marionette, window: string, frame?: Place) {
    this.marionette = marionette;
    this.window = window;
    this.#frame = frame;
  }

  /** A frame of its page. */
  frame(place: Place): View {
    return new View(this.marionette, this.window, place);
  }

  /** Runs a function in its page. */
  run<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.marionette.run('content', work, { args, window: this.#where() });
  }

  /** Presses a button, a link or a switch of its page by its name, as soon as it can be pressed. */
  async press(name: string): Promise<void> {
    const place = control(name);
    await until(() => this.has(place), `a button "${name}"`).toBe(true);
    await this.click(place);
  }

  /** Brings it to the front, as a person does who wants something of it. */
  async show(): Promise<void> {
    await this.marionette.show(this.window);
  }

  /** Presses an element with the mouse. */
  async click(place: Place): Promise<void> {
    await this.show();
    await this.marionette.click(place, this.#where());
  }

  /** Presses keys one after the other, wherever the focus is. */
  async keys(...keys: string[]): Promise<void> {
    await this.show();
    await this.marionette.press(keys, this.#where());
  }

  /** Types into a field, by its label, in place of what stands there. */
  async fill(label: string, text: string): Promise<void> {
    const place = field(label);
    await until(() => this.has(place), `a field "${label}"`).toBe(true);
    await this.show();
    await this.marionette.type(place, text, this.#where());
  }

  /** What stands in a field, by its label; null where there is no such field. */
  value(label: string): Promise<string | null> {
    return this.#property(field(label), 'value');
  }

  /** Whether a switch is on, by its name; null where there is no such switch. */
  async isOn(name: string): Promise<boolean | null> {
    const checked = await this.#property(control(name), 'ariaChecked');
    return checked === null ? null : checked === 'true';
  }

  /** Whether there is such an element. */
  has(place: Place): Promise<boolean> {
    return this.marionette.text(place, this.#where()).then(
      () => true,
      () => false,
    );
  }

  /** Whether there is a button, a link or a switch of this name. */
  offers(name: string): Promise<boolean> {
    return this.has(control(name));
  }

  /** What is written there; empty where there is no such thing. */
  textOf(selector: string): Promise<string> {
    return this.textAt({ selector });
  }

  /** The same, by whatever leads there. */
  textAt(place: Place): Promise<string> {
    return this.marionette.text(place, this.#where()).catch(() => '');
  }

  /** Shows a page. */
  async navigate(url: string): Promise<void> {
    await this.marionette.navigate(url, this.window);
  }

  address(): Promise<string> {
    return this.run(() => location.href);
  }

  /** All that a person reads on its page. */
  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  close(): Promise<unknown> {
    return this.marionette.closeWindow(this.window);
  }

  #property(place: Place, name: string): Promise<string | null> {
    return this.marionette.property(place, name, this.#where()).catch(() => null);
  }

  #where() {
    return this.#frame ? { window: this.window, frame: this.#frame } : this.window;
  }
}

/** What can be pressed, by the name that a person reads or hears. */
function control(name: string) {
  const named = `normalize-space()="${name}" or @aria-label="${name}"`;
  const isOne = 'self::button or self::a or self::summary';
  return { xpath: `//*[${isOne}][${named}][not(@aria-disabled="true")]` };
}

/** What can be filled in, by its label. */
function field(label: string) {
  return { xpath: `//*[@id=//label[normalize-space()="${label}"]/@for]` };
}
