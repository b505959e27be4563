import { test as base, expect } from 'playwright/test';
import { approvals } from '../../support/approvals.ts';
import { card } from '../stage.ts';
import type { Route } from '../journeys/driver.ts';
import type { Browser } from './browser.ts';
import type { CardPage } from './card-page.ts';
import { until } from '../../support/until.ts';
import { EXTENSION, type World, openWorld } from './world.ts';

export { card, expect, until };

const SITES = ['http://127.0.0.1', 'http://plain.test'];

interface Options {
  /** Whether the person has granted the extension the microphone. */
  microphone: 'granted' | 'prompt';
  /** Sites that are granted, and on which voice is on, from the start. */
  sites: string[];
  /** Agents that the person has allowed on those sites, for good. */
  approved: string[];
  /** Whether addresses are asked for ahead of clicks; most tests tell a backend what it does at each click. */
  prefetches: boolean;
  /** Whether the test begins with a new installation and its welcome page. */
  fresh: boolean;
}

/** A Firefox with the extension freshly installed and its sound recorded, and what stands around it. */
export interface Stage extends Pick<World, 'browser' | 'pulse' | 'backendUrl'> {
  /** Opens a page with this HTML in its body. */
  open(body: string, route?: Route): Promise<CardPage>;
  /** Opens a page on which voice is on, with a card that is ready. */
  openCard(route?: Route, html?: string): Promise<CardPage>;
  /** Changes the extension's settings, as if it had been done before. */
  set(settings: object): Promise<void>;
  /** Lets the time pass within which a site may not start another conversation. */
  later(): Promise<void>;
}

/** A test with the extension as it is after an installation, configured for the real backend and its echo agent. */
export const test = base.extend<Options & { stage: Stage }, { world: World }>({
  microphone: ['granted', { option: true }],
  sites: [SITES, { option: true }],
  approved: [['echo'], { option: true }],
  prefetches: [false, { option: true }],
  fresh: [false, { option: true }],
  world: [
    async ({}, use) => {
      const world = await openWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  stage: async ({ world, microphone, sites, approved, prefetches, fresh }, use, info) => {
    const { browser, pulse, backendUrl } = world;
    await browser.restore();
    if (fresh) await browser.installAnew(EXTENSION);
    pulse.speaker.rewind();
    await browser.setMicrophone(microphone);
    await browser.grantSites(sites);
    const allowed = approvals(sites, approved);
    await store(browser, { backendUrl, sites, approvals: allowed, prefetches });
    await untilRegistered(browser, sites);
    await use(stageIn(world));
    if (info.status === info.expectedStatus) return;
    await info.attach('what was to be seen', { body: await browser.allText() });
  },
});

function stageIn(world: World): Stage {
  const { browser, pulse, backendUrl, port } = world;
  const open = async (body: string, { headers = {}, site = 'http://127.0.0.1' }: Route = {}) => {
    const path = world.serve(body, headers);
    const page = await browser.openSite();
    await page.navigate(`${site}:${port}${path}`);
    return page;
  };
  return {
    browser,
    pulse,
    backendUrl,
    open,
    async openCard(route, html = card()) {
      const page = await open(html, route);
      await until(() => page.cardState()).toBe('idle');
      return page;
    },
    set: (settings) => store(browser, settings),
    async later() {
      const backstage = await browser.backstage();
      await backstage.run(() => chrome.storage.session.remove('siteStarts'));
    },
  };
}

/** Stores changed settings, as the options page does. */
async function store(browser: Browser, change: object): Promise<void> {
  const backstage = await browser.backstage();
  await backstage.run(async (now) => {
    const { settings: before } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: Object.assign({}, before, now) });
  }, change);
}

/** Waits until pages that load get our script, or none does. */
async function untilRegistered(browser: Browser, sites: readonly string[]): Promise<void> {
  const backstage = await browser.backstage();
  const scripts = () => backstage.run(() => chrome.scripting.getRegisteredContentScripts());
  await until(scripts).toHaveLength(Math.min(sites.length, 1));
}
