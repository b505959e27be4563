import type { launchBrowser } from '../../scripts/browser.js';

/** Takes every site's permission away, as the browser's own settings do. */
export async function revokeSites(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() =>
    chrome.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }),
  );
}
