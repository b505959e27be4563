import type { Marionette } from '../../../scripts/marionette.js';
import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { expect } from 'playwright/test';
import { View } from './view.ts';
import {
  grantOrigins,
  isMicrophoneOn,
  microphoneQuestion,
  siteQuestion,
} from './with-its-rights.ts';

/** Firefox as a person has it before them: tabs, windows, questions and lights. */
export class Browser {
  readonly #marionette: Marionette;
  readonly #extensionId: string;

  constructor(marionette: Marionette, extensionId: string) {
    this.#marionette = marionette;
    this.#extensionId = extensionId;
  }

  async openTab(): Promise<View> {
    return new View(this.#marionette, await this.#marionette.openTab());
  }

  /** Opens one of the extension's pages in a tab. */
  async openOwn(page: string): Promise<View> {
    const view = await this.openTab();
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
    await expect.poll(async () => ([found] = await this.allShowing(page))).toHaveLength(1);
    if (found) return found;
    throw new Error(`${page} is not shown.`);
  }

  /** Grants sites to the extension, as its own question would. */
  async grantSites(sites: readonly string[]): Promise<void> {
    const origins = sites.map((site) => `${site}/*`);
    await this.#withItsRights(grantOrigins, this.#extensionId, origins);
  }

  /** Firefox's question for the microphone, in whatever window it stands; null while there is none. */
  microphoneQuestion(): Promise<string | null> {
    return this.#withItsRights(microphoneQuestion);
  }

  /** Answers it. */
  async answerMicrophone(answer: 'allow' | 'block'): Promise<void> {
    await expect.poll(() => this.microphoneQuestion()).toContain('Voice Cards');
    const button = answer === 'allow' ? 'button' : 'secondaryButton';
    await this.#withItsRights(microphoneQuestion, button);
  }

  /** Says yes to Firefox's question for a site's permission, and gives what it said. */
  async allowSite(): Promise<string> {
    let said: string | null = null;
    await expect.poll(async () => (said = await this.#siteQuestion(false))).not.toBe(null);
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
    return this.#marionette.run('chrome', work, { args });
  }
}
