import { FirefoxTab } from '../../../scripts/firefox-tab.js';

/** What has the closed root in which we draw on a page. */
const OURS = 'html > div';

/** A tab or a window of Firefox, with what the extension puts on its page. */
export class View extends FirefoxTab {
  /** Presses a button that we have put on the page, by its name. */
  pressOurs(name: string): Promise<void> {
    return this.click({ selector: `button[aria-label="${name}"]`, within: OURS });
  }

  /** What a card says beside itself; empty where it says nothing. */
  note(): Promise<string> {
    return this.textAt({ selector: '[role=alert] p', within: OURS });
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
}
