import { FIREFOX_ORIGIN, type launchFirefox } from '../../../scripts/firefox.js';
import { FirefoxWindows } from '../../../scripts/firefox-windows.js';
import { expect } from 'playwright/test';
import { View } from './view.ts';
import { isMicrophoneOn, siteQuestion } from './with-its-rights.ts';

/** Firefox as a person has it before them: tabs, windows, questions and lights. */
export class Browser extends FirefoxWindows<View> {
  constructor(firefox: Awaited<ReturnType<typeof launchFirefox>>) {
    super(firefox, (handle) => new View(firefox.marionette, handle));
  }

  /** Opens one of the extension's pages in a tab. */
  async openOwn(page: string): Promise<View> {
    const view = await this.openTab();
    await view.navigate(`${FIREFOX_ORIGIN}/${page}`);
    return view;
  }

  /** Says yes to Firefox's question for a site's permission, and gives what it said. */
  async allowSite(): Promise<string> {
    let said: string | null = null;
    await expect.poll(async () => (said = await this.#siteQuestion(false))).not.toBe(null);
    await this.#siteQuestion(true);
    return said ?? '';
  }

  #siteQuestion(press: boolean): Promise<string | null> {
    return this.withItsRights(siteQuestion, press);
  }

  /** Whether Firefox shows its own light for a microphone in use. */
  isMicrophoneOn(): Promise<boolean> {
    return this.withItsRights(isMicrophoneOn);
  }
}
