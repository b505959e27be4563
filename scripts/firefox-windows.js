import { FIREFOX_ORIGIN } from './firefox.js';
import { grantOrigins, microphoneQuestion } from './firefox-rights.js';
import { until } from './until.js';

/** @typedef {Pick<Awaited<ReturnType<typeof import('./firefox.js').launchFirefox>>, 'marionette' | 'extensionId'>} Firefox */

/**
 * Firefox as a person has it before them: tabs, windows and questions.
 * @template {import('./firefox-tab.js').FirefoxTab} T
 */
export class FirefoxWindows {
  #firefox;
  #tabAt;

  /**
   * @param {Firefox} firefox
   * @param {(handle: string) => T} tabAt
   */
  constructor(firefox, tabAt) {
    this.#firefox = firefox;
    this.#tabAt = tabAt;
  }

  async openTab() {
    return this.#tabAt(await this.#firefox.marionette.openTab());
  }

  /**
   * All tabs and windows that show one of the extension's pages.
   * @param {string} page
   */
  async allShowing(page) {
    const tabs = (await this.#firefox.marionette.windows()).map(this.#tabAt);
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
    await this.withItsRights(grantOrigins, this.#firefox.extensionId, origins);
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
    const asked = async () => (await this.microphoneQuestion())?.includes('Voice Cards');
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
    return this.#firefox.marionette.run('chrome', work, { args });
  }
}
