import type { Browser } from './chromium.ts';

/** Takes every site's permission away, as the browser's own settings do. */
export async function revokeSites(browser: Browser): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() =>
    chrome.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }),
  );
}
