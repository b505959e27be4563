/** @typedef {Awaited<ReturnType<typeof import('./browser.js').launchBrowser>>} Browser */

/**
 * Gives the freshly installed extension its settings, as if a person had saved them, and waits until they apply.
 * @param {Browser} browser
 * @param {{ backendUrl: string, sites: string[] } & Record<string, unknown>} settings
 */
export async function configure(browser, settings) {
  await untilInstalled(browser.context);
  await storeSettings(browser, settings);
}

/**
 * Stores settings as a page of the extension does, and waits until they apply.
 * @param {Pick<Browser, 'worker'>} browser
 * @param {{ sites: string[] } & Record<string, unknown>} settings
 */
export async function storeSettings(browser, settings) {
  const worker = await browser.worker();
  await worker.evaluate((items) => chrome.storage.local.set(items), { settings });
  if (settings.sites.length > 0) await worker.evaluate(untilRegistered);
}

/**
 * Waits for the welcome page, which is the last thing that an installation does.
 * @param {import('playwright').BrowserContext} context
 */
export async function untilInstalled(context) {
  const welcome = /\/welcome\.html/;
  if (context.pages().some((page) => welcome.test(page.url()))) return;
  const pages = [...context.pages(), context.waitForEvent('page')];
  await Promise.any(pages.map(async (page) => (await page).waitForURL(welcome)));
}

/** Runs in the service worker; Chromium has no event for a registered script. */
async function untilRegistered() {
  while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
