import { resolve } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { startBackend } from '../../../scripts/backend.js';
import { configureFirefox } from '../../../scripts/configure-firefox.js';
import { serveDemoPages } from '../../../scripts/demo-pages.js';
import { FIREFOX_ORIGIN, launchFirefox } from '../../../scripts/firefox.js';
import { startPulse } from '../../../scripts/pulse.js';
import { startScreen } from '../../support/screen.ts';
import { approvals } from '../../support/approvals.ts';
import { Browser } from './browser.ts';
import type { View } from './view.ts';

export { expect };

const EXTENSION = resolve('.output/firefox-mv3');
const SITES = ['http://127.0.0.1', 'http://plain.test'];

type Pulse = Awaited<ReturnType<typeof startPulse>>;

/** A Firefox with the extension installed and its sound recorded, and what stands around it. */
export interface Stage {
  readonly browser: Browser;
  readonly pulse: Pulse;
  readonly backendUrl: string;
  /** Opens a page with this HTML in its body, on a site where voice is enabled. */
  open(body: string, route?: { headers?: Record<string, string>; site?: string }): Promise<View>;
  /** Lets the time pass within which a site may not start another conversation. */
  later(): Promise<void>;
}

/** A test with the extension in a Firefox of its own, configured for the real backend and its echo agent. */
export const test = base.extend<{ stage: Stage; asNew: boolean }>({
  /** As after an installation: on a screen, with no site granted or switched on. */
  asNew: [false, { option: true }],
  stage: async ({ asNew }, use) => {
    const backend = await startBackend({ EXTENSION_ORIGINS: FIREFOX_ORIGIN });
    const pulse = await startPulse();
    const screen = asNew ? await startScreen() : null;
    const env = { ...pulse.env, ...(screen && { DISPLAY: screen.display }) };
    const firefox = await launchFirefox({ extensionDir: EXTENSION, env, headless: !asNew });
    const browser = new Browser(firefox);
    const routes: Parameters<typeof serveDemoPages>[0] = {};
    const pages = await serveDemoPages(routes);
    // The last thing that an installation does; it comes to the front.
    await browser.showing('welcome.html');
    if (!asNew) {
      await configureFirefox(browser, {
        backendUrl: backend.url,
        sites: SITES,
        approvals: approvals(SITES, ['echo']),
      });
    }
    await use({
      browser,
      pulse,
      backendUrl: backend.url,
      async open(body, { headers = {}, site = 'http://127.0.0.1' } = {}) {
        const path = `/page-${Object.keys(routes).length}`;
        routes[path] = { body: `<!doctype html><title>Test page</title>${body}`, headers };
        const page = await browser.openTab();
        await page.navigate(`${site}:${pages.port}${path}`);
        if (!asNew) await expect.poll(() => page.cardState()).toBe('idle');
        return page;
      },
      async later() {
        const welcome = await browser.showing('welcome.html');
        await welcome.run(() => chrome.storage.session.remove('siteStarts'));
      },
    });
    await firefox.close();
    await screen?.close();
    pages.close();
    await pulse.close();
    await backend.stop();
  },
});
