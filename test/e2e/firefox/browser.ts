import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { type Firefox, FirefoxWindows } from '../../../scripts/firefox-windows.js';
import { CardPage } from './card-page.ts';
import { until } from '../../support/until.ts';
import { View } from './view.ts';
import {
  closeTheRest,
  complaints,
  isMicrophoneOn,
  originOf,
  permissionQuestion,
  putToSleep,
  revoke,
  setMicrophone,
  showSidebar,
  showTheFirst,
  uninstall,
} from './with-its-rights.ts';

/** Firefox as a person has it before them, with its lights, and what only a test does to it. */
export class Browser extends FirefoxWindows<View> {
  /** Ids of other extensions that were installed. */
  #others: string[] = [];

  static async of(firefox: Firefox): Promise<Browser> {
    const { marionette } = firefox;
    const [home = ''] = await marionette.windows();
    return new Browser(firefox, home, (handle) => new View(marionette, handle));
  }

  /** Has the extension installed anew, and alone, with nothing stored or granted, and nothing open but its welcome. */
  async installAnew(extensionDir: string): Promise<void> {
    await this.withItsRights(closeTheRest);
    for (const id of this.#others.splice(0)) await this.marionette.send('Addon:Uninstall', { id });
    await this.withItsRights(uninstall, this.extensionId, FIREFOX_ORIGIN);
    await this.setMicrophone('prompt');
    await this.marionette.send('Addon:Install', { path: extensionDir, temporary: true });
    // The last thing that an installation does; it comes to the front.
    await this.showing('welcome.html');
  }

  /** What Firefox has to say against the extension since it was installed. */
  complaints(): Promise<string[]> {
    return this.withItsRights(complaints, this.extensionId);
  }

  /** Opens the extension's page in the sidebar. */
  async openSidebar(): Promise<void> {
    await this.withItsRights(showSidebar, this.extensionId);
  }

  /** Leaves what is in front for an empty tab: a page that is not on the screen is quiet. */
  async lookAway(): Promise<void> {
    await this.withItsRights(showTheFirst);
  }

  /** Opens a tab for a page of a site. */
  async openSite(): Promise<CardPage> {
    return new CardPage(this.marionette, await this.marionette.openTab(this.home));
  }

  /** Opens one of the extension's pages in a tab. */
  async openOwn(page: string): Promise<View> {
    const view = await this.openTab();
    await view.navigate(`${FIREFOX_ORIGIN}/${page}`);
    return view;
  }

  /** Opens a page of another extension, from its folder, which is installed for that. */
  async openOther(extensionDir: string, page: string): Promise<View> {
    const { value } = await this.marionette.send('Addon:Install', {
      path: extensionDir,
      temporary: true,
    });
    this.#others.push(value);
    const origin = await this.withItsRights(originOf, value);
    const view = await this.openTab();
    await view.navigate(`${origin}/${page}`);
    return view;
  }

  /** All that is to be read in all tabs and windows. */
  async allText(): Promise<string> {
    const views = (await this.marionette.windows()).map((it) => new View(this.marionette, it));
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

  /** Takes sites, or leave to send data, away from the extension, as Firefox's own page about add-ons does. */
  async revoke({ sites = [], data = [] }: { sites?: string[]; data?: string[] }): Promise<void> {
    const less = { permissions: [], origins: patterns(sites), data_collection: data };
    await this.withItsRights(revoke, this.extensionId, less);
  }

  /** Lets the extension use the microphone, as its own question would, or has that asked again. */
  async setMicrophone(setting: 'granted' | 'prompt'): Promise<void> {
    await this.withItsRights(setMicrophone, FIREFOX_ORIGIN, setting === 'granted');
  }

  /** Puts the extension's background to sleep, as happens to it when it is idle; gives its state by then. */
  putToSleep(): Promise<string> {
    return this.withItsRights(putToSleep, this.extensionId);
  }

  /** Answers Firefox's question for a permission, and gives what it said. */
  async answerPermission(answer: 'allow' | 'refuse'): Promise<string> {
    let said: string | null = null;
    await until(async () => (said = await this.#permissionQuestion(null))).not.toBe(null);
    await this.#permissionQuestion(answer === 'allow' ? 'button' : 'secondaryButton');
    return said ?? '';
  }

  #permissionQuestion(press: Parameters<typeof permissionQuestion>[0]): Promise<string | null> {
    return this.withItsRights(permissionQuestion, press);
  }

  /** Whether Firefox shows its own light for a microphone in use. */
  isMicrophoneOn(): Promise<boolean> {
    return this.withItsRights(isMicrophoneOn);
  }
}

function patterns(sites: readonly string[]): string[] {
  return sites.map((site) => `${site}/*`);
}
