import { setTimeout } from 'node:timers/promises';
import { CLICK_GAP_MS } from '../../../core/card.ts';
import type { Place } from '../../../scripts/marionette-place.js';
import { GLANCE_MS } from '../../../scripts/pace.js';
import { View } from './view.ts';
import { until } from '../../support/until.ts';

/** What has the closed root in which we draw on a page. */
const OURS = 'html > div';

/** A site's page, on which a person takes their time: they see what they press, and mean two clicks and no double click. */
export class CardPage extends View {
  /** When it was last clicked, in milliseconds since the epoch. */
  #clicked = 0;
  /** Since when a person has had it before them, in milliseconds since the epoch. */
  #seen = Date.now();

  /** A frame of it, in which a card stands. */
  override frame(place: Place): CardPage {
    return new CardPage(this.marionette, this.window, place);
  }

  /** A frame that it has one of. */
  async onlyFrame(): Promise<CardPage> {
    return this.frame({ selector: 'iframe' });
  }

  /** The picker that we have put on it, as soon as it is there. */
  async picker(): Promise<View> {
    return new View(this.marionette, this.window, { selector: 'iframe', within: OURS });
  }

  override async navigate(url: string): Promise<void> {
    await super.navigate(url);
    this.#seen = Date.now();
  }

  override async show(): Promise<void> {
    const isHidden = await this.run(() => document.hidden);
    await super.show();
    if (isHidden) this.#seen = Date.now();
  }

  override async click(place: Place): Promise<void> {
    await this.show();
    const from = Math.max(this.#clicked + CLICK_GAP_MS, this.#seen + GLANCE_MS);
    await setTimeout(Math.max(0, from - Date.now()));
    await super.click(place);
    this.#clicked = Date.now();
  }

  /** Whether there is a button that we have put on the page, by its name. */
  offersOurs(name: string): Promise<boolean> {
    return this.has({ button: name, within: OURS });
  }

  /** Presses one of those, once it has been looked at. */
  async pressOurs(name: string): Promise<void> {
    await this.show();
    await until(() => this.offersOurs(name), `our button "${name}"`).toBe(true);
    this.#seen = Date.now();
    await this.click({ button: name, within: OURS });
  }

  /** What a card says beside itself; empty where it says nothing. */
  note(): Promise<string> {
    return this.textAt({ selector: '[role=alert] p', within: OURS });
  }
}
