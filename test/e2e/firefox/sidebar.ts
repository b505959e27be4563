import type { View } from './view.ts';

/** What Chrome's interfaces have not. */
declare const browser: {
  extension: { getViews(which: { type: 'sidebar' }): readonly Window[] };
};

/** The extension's page in the sidebar, where no driver reaches: seen and touched from another page of the extension. */
export class Sidebar {
  readonly #beside: View;

  /** @param beside any page of the extension */
  constructor(beside: View) {
    this.#beside = beside;
  }

  /** All that a person reads there; empty where it is not open. */
  text(): Promise<string> {
    return this.#beside.run(() => {
      const [sidebar] = browser.extension.getViews({ type: 'sidebar' });
      return sidebar?.document.body.innerText ?? '';
    });
  }

  /** By how many pixels its page is wider than the sidebar. */
  excess(): Promise<number> {
    return this.#beside.run(() => {
      const [sidebar] = browser.extension.getViews({ type: 'sidebar' });
      const { scrollWidth = NaN, clientWidth = NaN } = sidebar?.document.documentElement ?? {};
      return scrollWidth - clientWidth;
    });
  }

  /** Presses a button there, by its name. */
  press(name: string): Promise<void> {
    return this.#beside.run((wanted) => {
      const [sidebar] = browser.extension.getViews({ type: 'sidebar' });
      const buttons = [...(sidebar?.document.querySelectorAll('button') ?? [])];
      const button = buttons.find((it) => [it.ariaLabel, it.innerText.trim()].includes(wanted));
      if (button === undefined) throw new Error(`There is no button "${wanted}" in the sidebar.`);
      button.click();
    }, name);
  }
}
