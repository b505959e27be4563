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
  revokeAll,
  setMicrophone,
  showSidebar,
  showTheFirst,
  uninstall,
} from './with-its-rights.ts';

/** One of the extension's files that runs nothing: a tab that shows it can use what the extension's pages can. */
const STILL = `${FIREFOX_ORIGIN}/icon/16.png`;

/** Firefox as a person has it before them, with its lights, and what only a test does to it. */
export class Browser extends FirefoxWindows<View> {
  /** Ids of other extensions that were installed. */
  #others: string[] = [];
  #backstage: View | null = null;

  static async of(firefox: Firefox): Promise<Browser> {
    const { marionette } = firefox;
    const [home = ''] = await marionette.windows();
    return new Browser(firefox, home, (handle) => new View(marionette, handle));
  }

  /** A tab that is always there, and never in front, in which a test may use the extension's interfaces. */
  async backstage(): Promise<View> {
    if (this.#backstage === null) {
      this.#backstage = await this.openTab();
      await this.#backstage.navigate(STILL);
    }
    return this.#backstage;
  }

  /** Removes the extension and installs it again; only its welcome page is open then. */
  async installAnew(extensionDir: string): Promise<void> {
    this.#backstage = null;
    await this.withItsRights(closeTheRest, '');
    await this.withItsRights(uninstall, this.extensionId, FIREFOX_ORIGIN);
    await this.marionette.send('Addon:Install', { path: extensionDir, temporary: true });
    // The last thing that an installation does; it comes to the front.
    await this.showing('welcome.html');
  }

  /** Brings everything back to how it is after an installation, with nothing open, and makes sure that it is. */
  async restore(): Promise<void> {
    const backstage = await this.backstage();
    await this.withItsRights(showTheFirst);
    await this.withItsRights(closeTheRest, STILL);
    for (const id of this.#others.splice(0)) await this.marionette.send('Addon:Uninstall', { id });
    await this.setMicrophone('prompt');
    await this.withItsRights(revokeAll, this.extensionId);
    // What the background has in mind goes as well; it wakes when what is stored changes.
    await this.putToSleep();
    await backstage.run(clearStorage);
    await until(() => backstage.run(remains), 'an extension that remembers nothing').toEqual([]);
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

  /** Opens the popup, as it is about the tab of a page, in a tab. */
  async openPopup(about: View): Promise<View> {
    const backstage = await this.backstage();
    const tabId = await backstage.run(
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      await about.address(),
    );
    return this.openOwn(`popup.html?tab=${tabId}`);
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

/** Runs in a page of the extension: forgets all that it has stored. */
async function clearStorage(): Promise<void> {
  await chrome.storage.session.clear();
  await chrome.storage.local.clear();
}

/** Runs in a page of the extension: what is left of an earlier test, in words. */
async function remains(): Promise<string[]> {
  const [local, session, granted, scripts, tabs] = await Promise.all([
    chrome.storage.local.get(),
    chrome.storage.session.get(),
    chrome.permissions.getAll(),
    chrome.scripting.getRegisteredContentScripts(),
    chrome.tabs.query({}),
  ]);
  return [
    ...Object.keys({ ...local, ...session }).map((key) => `${key} is stored`),
    ...(granted.origins ?? []).map((origin) => `${origin} is granted`),
    ...scripts.map(({ id }) => `the script ${id} is registered`),
    ...(tabs.length > 2 ? [`${tabs.length} tabs are open`] : []),
  ];
}

function patterns(sites: readonly string[]): string[] {
  return sites.map((site) => `${site}/*`);
}
