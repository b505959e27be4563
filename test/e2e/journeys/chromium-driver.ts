import { type Page, expect } from 'playwright/test';
import type { Mark } from '../../../core/mark.ts';
import type { Settings } from '../../../core/settings.ts';
import { ActionPopup } from '../../support/action-popup.ts';
import { expectAccessible } from '../../support/axe.ts';
import { revokeSites } from '../../support/permissions.ts';
import type { Screen } from '../../support/screen.ts';
import { expectPlayed } from '../../support/speech.ts';
import { storeMarks } from '../../support/stored-marks.ts';
import { found, until } from '../../support/until.ts';
import { type Stage, card } from '../stage.ts';
import { ChromiumCardPage, ChromiumView } from './chromium-view.ts';
import type { Driver, Held, Route } from './driver.ts';

/** How long a muted microphone stays open, in milliseconds. */
const MUTED_MS = 30_000;
/** How long an answer may take to count before it is given once more, in milliseconds. */
const ANSWER_MS = 5_000;
/** Seconds without sound after which the agent is silent. */
const QUIET = 0.7;

/** Chromium, driven by Playwright. */
export class ChromiumDriver implements Driver {
  readonly browser = 'chromium';
  readonly backendUrl: string;
  readonly admission = {};
  readonly #stage: Stage;
  readonly #desk: Screen | null;

  /** @param desk the screen and the keyboard on which the browser's own questions are answered, if they are asked */
  constructor(stage: Stage, backendUrl: string, desk: Screen | null) {
    this.#stage = stage;
    this.backendUrl = backendUrl;
    this.#desk = desk;
  }

  async open(body: string, { headers = {}, site = 'http://127.0.0.1' }: Route = {}) {
    return new ChromiumCardPage(await this.#stage.open(body, { headers, site }));
  }

  async openCard(route?: Route, body = card()) {
    const page = await this.open(body, route);
    await until(() => page.cardState()).toBe('idle');
    return page;
  }

  async openOwn(page: string) {
    return new ChromiumView(await this.#stage.openOwn(page));
  }

  async openPopup(about: ChromiumCardPage) {
    const worker = await this.#stage.browser.worker();
    const id = await worker.evaluate(
      async (url) => (await chrome.tabs.query({ url }))[0]?.id,
      about.page.url(),
    );
    return this.openOwn(`popup.html?tab=${id}`);
  }

  async showing(page: string) {
    return new ChromiumView(await found(() => this.#find(page), page));
  }

  async panel() {
    const open = this.#find('panel.html');
    return open ? new ChromiumView(open) : this.openOwn('panel.html');
  }

  set(settings: Partial<Settings>) {
    return this.#stage.set(settings);
  }

  storeMarks(marks: readonly Mark[]) {
    return storeMarks(this.#stage.browser, marks);
  }

  later() {
    return this.#stage.later();
  }

  putToSleep() {
    return this.#stage.stopWorker();
  }

  async held(): Promise<readonly Held[]> {
    const { host } = this.#stage;
    const counts = {
      microphone: await host.liveTracks(),
      line: await host.openSockets(),
      loudspeaker: await host.runningContexts(),
    };
    const kinds = ['microphone', 'line', 'loudspeaker'] as const;
    return kinds.flatMap((kind) => Array.from({ length: counts[kind] }, () => kind));
  }

  /** Its microphone says the sentence by itself, again and again. */
  async expectSentenceBack() {
    const { speaker } = this.#stage.browser;
    await speaker.untilQuiet(QUIET);
    await expectPlayed(speaker, speaker.seconds());
  }

  async speakWhileMuted(mute: () => Promise<void>) {
    await mute();
    await until(() => this.#stage.host.hearingTracks()).toBe(0);
    await this.#stage.host.rings(MUTED_MS);
    await until(() => this.#stage.host.liveTracks()).toBe(0);
  }

  setMicrophone(setting: 'granted' | 'prompt') {
    return this.#stage.setMicrophone(setting);
  }

  async isAskingForMicrophone() {
    return (await this.#urlInFront()).endsWith('/welcome.html');
  }

  async givingMicrophone(answer: 'allow' | 'block', act: () => Promise<void>) {
    // Without a screen it asks nothing; this is what a person's answer does.
    if (answer === 'block') await this.#stage.setMicrophone('denied');
    await act();
    if (answer === 'block') return;
    await until(() => this.#isLedToMicrophone()).toBe(true);
    if (this.#desk) await this.#allowMicrophone(this.#desk);
    else await this.#stage.setMicrophone('granted');
  }

  async allowing(_asked: RegExp, act: () => Promise<void>) {
    // Without a screen it grants whatever the stage has granted once.
    if (this.#desk === null) return act();
    await this.#desk.untilAsked(act);
    // The question stands there with its focus on "Deny"; the next button is "Allow".
    this.#desk.press('Tab', 'Return');
  }

  async switchVoiceOn({ page }: ChromiumCardPage) {
    const popup = await ActionPopup.open(this.#stage.browser, page.url());
    await this.allowing(/./, () => popup.press('Voice on'));
  }

  /** The stage has granted every site, if any. */
  async grantSites() {}

  revokeSite() {
    return revokeSites(this.#stage.browser);
  }

  expectAccessible({ page }: ChromiumView) {
    return expectAccessible(page);
  }

  /** Whether the page that asks for the microphone is in front; a panel that only offers to go there is told to. */
  async #isLedToMicrophone(): Promise<boolean> {
    const panel = this.#find('panel.html');
    const way = panel?.getByRole('button', { name: 'Set up the microphone' });
    if (await way?.isVisible()) await way?.click();
    return this.isAskingForMicrophone();
  }

  async #allowMicrophone(desk: Screen): Promise<void> {
    const welcome = await this.showing('welcome.html');
    await desk.untilAsked(() => welcome.press('Allow microphone'));
    expect(await welcome.run(microphonePermission)).toBe('prompt');
    const isAnswered = async () => {
      if (welcome.page.isClosed()) return true;
      // Its buttons, from the last: never, this time, while visiting the site. It takes no key until it has come up.
      desk.press('shift+Tab', 'shift+Tab', 'shift+Tab', 'Return');
      return welcome.page.waitForEvent('close', { timeout: ANSWER_MS }).then(
        () => true,
        () => false,
      );
    };
    await until(isAnswered).toBe(true);
  }

  #find(page: string): Page | undefined {
    const { context, extensionId } = this.#stage.browser;
    const url = `chrome-extension://${extensionId}/${page}`;
    return context.pages().find((open) => open.url() === url);
  }

  async #urlInFront(): Promise<string> {
    const worker = await this.#stage.browser.worker();
    return worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url ?? '');
  }
}

async function microphonePermission(): Promise<PermissionState> {
  return (await navigator.permissions.query({ name: 'microphone' })).state;
}
