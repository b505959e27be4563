import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import type { Marionette } from '../../../scripts/marionette.js';
import { CardPage } from './card-page.ts';
import { until } from './until.ts';
import { View } from './view.ts';
import {
  closeTheRest,
  grantOrigins,
  isMicrophoneOn,
  microphoneQuestion,
  putToSleep,
  revokeOrigins,
  setMicrophone,
  showTheFirst,
  siteQuestion,
  uninstall,
} from './with-its-rights.ts';

/** Firefox as a person has it before them: tabs, windows, questions and lights. */
export class Browser {
  readonly #marionette: Marionette;
  readonly #extensionId: string;
  /** The very first tab, which shows nothing and stays. */
  readonly #home: string;

  static async of(marionette: Marionette, extensionId: string): Promise<Browser> {
    const [home = ''] = await marionette.windows();
    return new Browser(marionette, extensionId, home);
  }

  private constructor(marionette: Marionette, extensionId: string, home: string) {
    this.#marionette = marionette;
    this.#extensionId = extensionId;
    this.#home = home;
  }

  /** Has the extension installed anew, with nothing stored, nothing granted, and nothing open but its welcome. */
  async installAnew(extensionDir: string): Promise<void> {
    await this.#withItsRights(closeTheRest);
    await this.#withItsRights(uninstall, this.#extensionId, FIREFOX_ORIGIN);
    await this.setMicrophone('prompt');
    await this.#marionette.send('Addon:Install', { path: extensionDir, temporary: true });
    // The last thing that an installation does; it comes to the front.
    await this.showing('welcome.html');
  }

  /** Leaves what is in front for an empty tab: a page that is not on the screen is quiet. */
  async lookAway(): Promise<void> {
    await this.#withItsRights(showTheFirst);
  }

  /** Opens a tab for a page of a site. */
  async openTab(): Promise<CardPage> {
    return new CardPage(this.#marionette, await this.#marionette.openTab(this.#home));
  }

  /** Opens one of the extension's pages in a tab. */
  async openOwn(page: string): Promise<View> {
    const view = new View(this.#marionette, await this.#marionette.openTab(this.#home));
    await view.navigate(`${FIREFOX_ORIGIN}/${page}`);
    return view;
  }

  /** All tabs and windows that show one of the extension's pages. */
  async allShowing(page: string): Promise<View[]> {
    const handles = await this.#marionette.windows();
    const views = handles.map((handle) => new View(this.#marionette, handle));
    const addresses = await Promise.all(views.map((view) => view.address().catch(() => '')));
    return views.filter((_, i) => addresses[i] === `${FIREFOX_ORIGIN}/${page}`);
  }

  /** The tab or window that shows one of the extension's pages, as soon as there is one. */
  async showing(page: string): Promise<View> {
    let found: View | undefined;
    await until(async () => ([found] = await this.allShowing(page)), page).toHaveLength(1);
    if (found) return found;
    throw new Error(`${page} is not shown.`);
  }

  /** All that is to be read in all tabs and windows. */
  async allText(): Promise<string> {
    const views = (await this.#marionette.windows()).map((it) => new View(this.#marionette, it));
    const read = async (view: View) => `${await view.address()}\n${await view.text()}`;
    return (await Promise.all(views.map((view) => read(view).catch(String)))).join('\n\n');
  }

  /** The number by which the extension knows the tab of a page. */
  async tabAt(page: View): Promise<number | undefined> {
    const welcome = await this.showing('welcome.html');
    return welcome.run(
      async (address) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find(({ url }) => url === address)?.id;
      },
      await page.address(),
    );
  }

  /** Grants sites to the extension, as its own question would. */
  async grantSites(sites: readonly string[]): Promise<void> {
    await this.#withItsRights(grantOrigins, this.#extensionId, patterns(sites));
  }

  /** Takes sites away from the extension, as Firefox's own page about add-ons does. */
  async revokeSites(sites: readonly string[]): Promise<void> {
    await this.#withItsRights(revokeOrigins, this.#extensionId, patterns(sites));
  }

  /** Lets the extension use the microphone, as its own question would, or has that asked again. */
  async setMicrophone(setting: 'granted' | 'prompt'): Promise<void> {
    await this.#withItsRights(setMicrophone, FIREFOX_ORIGIN, setting === 'granted');
  }

  /** Puts the extension's background to sleep, as happens to it when it is idle; gives its state by then. */
  putToSleep(): Promise<string> {
    return this.#withItsRights(putToSleep, this.#extensionId);
  }

  /** Firefox's question for the microphone, in whatever window it stands; null while there is none. */
  microphoneQuestion(): Promise<string | null> {
    return this.#withItsRights(microphoneQuestion);
  }

  /** Answers it. */
  async answerMicrophone(answer: 'allow' | 'block'): Promise<void> {
    await until(() => this.microphoneQuestion()).toContain('Allow Voice Cards to use your');
    const button = answer === 'allow' ? 'button' : 'secondaryButton';
    await this.#withItsRights(microphoneQuestion, button);
  }

  /** Says yes to Firefox's question for a site's permission, and gives what it said. */
  async allowSite(): Promise<string> {
    let said: string | null = null;
    await until(async () => (said = await this.#siteQuestion(false))).not.toBe(null);
    await this.#siteQuestion(true);
    return said ?? '';
  }

  #siteQuestion(press: boolean): Promise<string | null> {
    return this.#withItsRights(siteQuestion, press);
  }

  /** Whether Firefox shows its own light for a microphone in use. */
  isMicrophoneOn(): Promise<boolean> {
    return this.#withItsRights(isMicrophoneOn);
  }

  #withItsRights<A extends unknown[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
    return this.#marionette.run('chrome', work, { args, window: this.#home });
  }
}

function patterns(sites: readonly string[]): string[] {
  return sites.map((site) => `${site}/*`);
}
