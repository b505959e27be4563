import type { Page } from 'playwright';

/** Where a page of HTML at hand seems to come from; nothing else there answers. */
const ORIGIN = 'https://page.example';

/** Opens HTML as if a server had sent it, and runs a script on it. */
export async function openHtml(page: Page, html: string, script: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  );
  await page.goto(`${ORIGIN}/`, { waitUntil: 'domcontentloaded' });
  await page.addScriptTag({ content: script });
}
