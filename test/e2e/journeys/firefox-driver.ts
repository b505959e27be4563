import { expect } from 'playwright/test';
import type { Mark } from '../../../core/mark.ts';
import type { Settings } from '../../../core/settings.ts';
import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { control } from '../../../scripts/firefox-tab.js';
import { SHORT, expectPlayed } from '../../support/speech.ts';
import { until } from '../../support/until.ts';
import type { CardPage } from '../firefox/card-page.ts';
import type { Stage } from '../firefox/stage.ts';
import { SENTENCE } from '../stage.ts';
import type { Driver, Held, Route } from './driver.ts';

/** The agent answers no sooner than this after the short sentence has begun: it lasts that long. In seconds. */
const SECONDS_TO_HEAR = 1.4;

/** Firefox, driven by Marionette. */
export class FirefoxDriver implements Driver {
  readonly browser = 'firefox';
  readonly backendUrl: string;
  readonly admission = { EXTENSION_ORIGINS: FIREFOX_ORIGIN };
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.backendUrl = stage.backendUrl;
  }

  open(body: string, route?: Route) {
    return this.#stage.open(body, route);
  }

  openCard(route?: Route, body?: string) {
    return this.#stage.openCard(route, body);
  }

  openOwn(page: string) {
    return this.#stage.browser.openOwn(page);
  }

  openPopup(about: CardPage) {
    return this.#stage.browser.openPopup(about);
  }

  showing(page: string) {
    return this.#stage.browser.showing(page);
  }

  panel() {
    return this.showing('window.html');
  }

  set(settings: Partial<Settings>) {
    return this.#stage.set(settings);
  }

  async storeMarks(marks: readonly Mark[]) {
    const backstage = await this.#stage.browser.backstage();
    await backstage.run((all) => chrome.storage.local.set({ marks: all }), marks);
  }

  later() {
    return this.#stage.later();
  }

  async putToSleep() {
    expect(await this.#stage.browser.putToSleep()).toBe('stopped');
  }

  /** Its own light tells of a microphone; of the rest nothing is to be seen. */
  async held(): Promise<readonly Held[]> {
    return (await this.#stage.browser.isMicrophoneOn()) ? ['microphone'] : [];
  }

  async expectSentenceBack(page: CardPage) {
    const { pulse } = this.#stage;
    await this.#silence(page);
    const from = pulse.speaker.seconds();
    await pulse.say(SHORT);
    await expectPlayed(pulse.speaker, from + SECONDS_TO_HEAR);
  }

  async speakWhileMuted(mute: () => Promise<void>) {
    await mute();
    await this.#stage.pulse.say(SENTENCE);
  }

  setMicrophone(setting: 'granted' | 'prompt') {
    return this.#stage.browser.setMicrophone(setting);
  }

  async isAskingForMicrophone() {
    return (await this.#stage.browser.microphoneQuestion()) !== null;
  }

  async givingMicrophone(answer: 'allow' | 'block', act: () => Promise<void>) {
    await act();
    await this.#stage.browser.answerMicrophone(answer);
  }

  async allowing(asked: RegExp, act: () => Promise<void>) {
    await act();
    expect(await this.#stage.browser.answerPermission('allow')).toMatch(asked);
  }

  /** In the options: no driver opens the popup itself, which alone knows the page of a site that is not granted. */
  async switchVoiceOn(_page: CardPage, site: string) {
    const options = await this.openOwn('options.html#sites');
    await options.fill('Add a site', site);
    const { hostname } = new URL(site);
    await this.allowing(new RegExp(RegExp.escape(hostname)), () => options.press('Add'));
  }

  grantSites(sites: readonly string[]) {
    return this.#stage.browser.grantSites(sites);
  }

  revokeSite(site: string) {
    return this.#stage.browser.revoke({ sites: [site] });
  }

  async expectAccessible() {}

  /** Stops the agent if it speaks, and waits until it does not. */
  async #silence(page: CardPage): Promise<void> {
    const stop = control('Stop speaking');
    const panel = await this.panel();
    if (await panel.has(stop)) await panel.click(stop);
    await until(() => page.cardState()).toBe('listening');
  }
}
