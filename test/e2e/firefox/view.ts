import { FirefoxTab, control } from '../../../scripts/firefox-tab.js';
import type { Place } from '../../../scripts/marionette-place.js';
import { isInvalid } from '../journeys/driver.ts';
import { until } from '../../support/until.ts';

/** WebDriver's characters for keys that have none, by their names (WebDriver, section 17.4.2). */
const CHARACTERS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Tab: '\uE004',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** A tab or a window of Firefox, or a frame in one, with more of what a person does there. */
export class View extends FirefoxTab {
  /** A frame of its page. */
  frame(place: Place): View {
    return new View(this.marionette, this.window, place);
  }

  /** Presses keys one after the other, by their names or characters, wherever the focus is. */
  async keys(...keys: string[]): Promise<void> {
    await this.show();
    const characters = keys.map((key) => CHARACTERS[key] ?? key);
    await this.marionette.press(characters, this.where);
  }

  /** Whether a field is said to be filled in wrongly, by its label. */
  isInvalid(label: string): Promise<boolean> {
    return this.run(isInvalid, label);
  }

  /** Loads its page once more; its address must have no hash. */
  async reload(): Promise<void> {
    await this.navigate(await this.address());
  }

  /** Types into a field, by its label, in place of what stands there. */
  async fill(label: string, text: string): Promise<void> {
    const place = field(label);
    await until(() => this.has(place), `a field "${label}"`).toBe(true);
    await this.show();
    await this.marionette.type(place, text, this.where);
  }

  /** The value of a field, by its label; null where there is no such field. */
  value(label: string): Promise<string | null> {
    return this.#property(field(label), 'value');
  }

  /** Whether a switch is on, by its name; null where there is no such switch. */
  async isOn(name: string): Promise<boolean | null> {
    const checked = await this.#property(control(name), 'ariaChecked');
    return checked === null ? null : checked === 'true';
  }

  #property(place: Place, name: string): Promise<string | null> {
    return this.marionette.property(place, name, this.where).catch(() => null);
  }
}

/** What can be filled in, by its label. */
function field(label: string) {
  return { xpath: `//*[@id=//label[normalize-space()="${label}"]/@for]` };
}
