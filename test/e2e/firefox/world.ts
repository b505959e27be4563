import { resolve } from 'node:path';
import { startBackend } from '../../../scripts/backend.js';
import { serveDemoPages } from '../../../scripts/demo-pages.js';
import { FIREFOX_ORIGIN, launchFirefox } from '../../../scripts/firefox.js';
import { startPulse } from '../../../scripts/pulse.js';
import { Browser } from './browser.ts';

export const EXTENSION = resolve('.output/firefox-mv3');

/** What one test after the other finds there: Firefox with its sound recorded, the backend, and a server for pages. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Starts all of it. */
export async function openWorld() {
  const routes: NonNullable<Parameters<typeof serveDemoPages>[0]> = {};
  const [backend, pulse, pages] = await Promise.all([
    startBackend({ EXTENSION_ORIGINS: FIREFOX_ORIGIN }),
    startPulse(),
    serveDemoPages(routes),
  ]);
  const firefox = await launchFirefox({ extensionDir: EXTENSION, env: pulse.env });
  const browser = await Browser.of(firefox);
  // Its welcome page is the last thing that an installation does.
  await browser.showing('welcome.html');
  return {
    browser,
    pulse,
    backendUrl: backend.url,
    /** Serves a page with this HTML in its body, and gives its path. */
    serve(body: string, headers: Readonly<Record<string, string>>): string {
      const path = `/page-${Object.keys(routes).length}`;
      routes[path] = { body: `<!doctype html><title>Test page</title>${body}`, headers };
      return path;
    },
    port: pages.port,
    async close(): Promise<void> {
      await firefox.close();
      pages.close();
      await pulse.close();
      await backend.stop();
    },
  };
}
