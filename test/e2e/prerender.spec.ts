import { expect, test as base } from 'playwright/test';
import { startBackend } from '../../scripts/backend.js';
import { serveDemoPages } from '../../scripts/demo-pages.js';
import { approvals } from '../support/approvals.ts';
import { journey } from '../support/journeys.ts';
import { type Speech, type Verdict, saying } from '../support/say.ts';
import { IN_CHROME, expectHeardAsDeclared } from '../support/senders.ts';
import { type UnwatchedBrowser, launchUnwatched } from '../support/unwatched-browser.ts';
import { EXTENSION, card } from './stage.ts';
import { until } from '../support/until.ts';

const SITE = 'http://127.0.0.1';

/** What a page saw of its card, and whether it was prerendered then. */
type Sighting = [isPrerendered: boolean, state: string];

/** Tells the page it came from when it is there, and in its title what it saw of its card since it began. */
const NEXT = `${card()}<script>
  const seen = [];
  const see = () => {
    seen.push([document.prerendering, document.querySelector('.voice-card').dataset.voiceState ?? 'nothing']);
    if (!document.prerendering) document.title = JSON.stringify(seen);
  };
  see();
  new MutationObserver(see).observe(document.body, { subtree: true, attributeFilter: ['data-voice-state'] });
  // Long after whatever would have been shown too early.
  addEventListener('load', () => setTimeout(() => (localStorage.there = document.prerendering ? 'prerendered' : 'loaded'), 500));
</script>`;

/** Has another page prerendered, and tells in its title when that is done. */
const FIRST = `${card()}<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>
<script>addEventListener('storage', ({ newValue }) => (document.title = newValue));</script>`;

const test = base.extend<{ unwatched: UnwatchedBrowser; site: string }>({
  unwatched: async ({}, use) => {
    const [browser, backend] = await Promise.all([launchUnwatched(EXTENSION), startBackend()]);
    await browser.inWorker((settings) => chrome.storage.local.set({ settings }), {
      backendUrl: backend.url,
      sites: [SITE],
      approvals: approvals([SITE], ['echo']),
      opensPanel: false,
    });
    const scripts = () =>
      browser.inWorker(() => chrome.scripting.getRegisteredContentScripts(), null);
    await until(scripts).not.toEqual([]);
    await use(browser);
    await browser.close();
    await backend.stop();
  },
  site: async ({}, use) => {
    const pages = await serveDemoPages({ '/first': { body: FIRST }, '/next': { body: NEXT } });
    await use(pages.origin);
    pages.close();
  },
});

test(
  'a page that is prerendered shows and starts nothing before a person sees it, and goes on with the conversation then',
  journey('prerender'),
  async ({ unwatched, site }) => {
    const title = async () => (await tabOf(unwatched, site))?.title;
    await unwatched.inWorker((url) => void chrome.tabs.create({ url }), `${site}/first`);
    await until(title).toBe('prerendered');
    const tab = await tabOf(unwatched, site);
    await unwatched.inWorker((front) => {
      const { onCommand } = chrome.commands;
      Reflect.get(onCommand, 'dispatch').call(onCommand, 'toggle-conversation', front);
    }, tab);
    await until(() => phase(unwatched)).toMatch(/listening|speaking/);

    const says = (speech: Speech) =>
      unwatched.inPrerendered<Verdict[]>(`${site}/next`, saying(speech));
    await expectHeardAsDeclared({ who: 'a prerendered page', is: null, says }, IN_CHROME);
    await unwatched.inWorker(async (tabId) => {
      const func = () => location.assign('/next');
      await chrome.scripting.executeScript({ target: { tabId }, func, world: 'MAIN' });
    }, tab?.id ?? 0);
    await until(title).toMatch(/listening|speaking/);
    const seen: Sighting[] = JSON.parse((await title()) ?? '');
    expect(seen.filter(([isPrerendered]) => isPrerendered)).toEqual([[true, 'nothing']]);
  },
);

/** The tab that shows a site. */
function tabOf(browser: UnwatchedBrowser, site: string) {
  return browser.inWorker(async (origin) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ url }) => url?.startsWith(origin));
  }, site);
}

/** What the conversation is at. */
function phase(browser: UnwatchedBrowser): Promise<string> {
  return browser.inWorker(async () => {
    const { conversation } = await chrome.storage.session.get<{
      conversation?: { phase: string };
    }>('conversation');
    return conversation?.phase ?? 'none';
  }, null);
}
