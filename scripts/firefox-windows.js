import { FIREFOX_ORIGIN } from './firefox.js';
import { grantOrigins, microphoneQuestion } from './firefox-rights.js';
import { until } from './until.js';

/** @typedef {Pick<Awaited<ReturnType<typeof import('./firefox.js').launchFirefox>>, 'marionette' | 'extensionId'>} Firefox */

/**
 * Firefox as a person has it before them: tabs, windows and questions.
 * @template {import('./firefox-tab.js').FirefoxTab} T
 */
export class FirefoxWindows {
  #tabAt;

  /**
   * @param {Firefox} firefox
   * @param {string} home the very first tab, which shows nothing and stays
   * @param {(handle: string) => T} tabAt
   */
  constructor({ marionette, extensionId }, home, tabAt) {
    this.marionette = marionette;
    this.extensionId = extensionId;
    this.home = home;
    this.#tabAt = tabAt;
  }

  /** Opens a tab in the first window. */
  async openTab() {
    return this.#tabAt(await this.marionette.openTab(this.home));
  }

  /**
   * All tabs and windows that show one of the extension's pages.
   * @param {string} page
   */
  async allShowing(page) {
    const tabs = (await this.marionette.windows()).map(this.#tabAt);
    const addresses = await Promise.all(tabs.map((tab) => tab.address().catch(() => '')));
    return tabs.filter((_, i) => addresses[i] === `${FIREFOX_ORIGIN}/${page}`);
  }

  /**
   * The tab or window that shows one of the extension's pages, as soon as there is one.
   * @param {string} page
   */
  showing(page) {
    const look = async () => {
      const [found, ...others] = await this.allShowing(page);
      return others.length === 0 && found;
    };
    return until(look, page);
  }

  /**
   * Grants sites to the extension, as its own question would.
   * @param {readonly string[]} sites
   */
  async grantSites(sites) {
    const origins = sites.map((site) => `${site}/*`);
    await this.withItsRights(grantOrigins, this.extensionId, origins);
  }

  /** Firefox's question for the microphone, in whatever window it stands; null while there is none. */
  microphoneQuestion() {
    return this.withItsRights(microphoneQuestion);
  }

  /**
   * Answers it, as soon as it is asked in the extension's name.
   * @param {'allow' | 'block'} answer
   */
  async answerMicrophone(answer) {
    const asked = async () =>
      (await this.microphoneQuestion())?.includes('Allow Voice Cards to use your');
    await until(asked, 'question for the microphone');
    const button = answer === 'allow' ? 'button' : 'secondaryButton';
    await this.withItsRights(microphoneQuestion, button);
  }

  /**
   * Runs a function inside Firefox with all of its rights.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} work travels as its source
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  withItsRights(work, ...args) {
    return this.marionette.run('chrome', work, { args, window: this.home });
  }
}
