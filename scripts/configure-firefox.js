import { until } from './until.js';

/** @typedef {import('./firefox-tab.js').FirefoxTab} FirefoxTab */

/**
 * Gives the freshly installed extension its sites and settings, as if a person had granted and saved them, and
 * waits until they apply.
 * @param {import('./firefox-windows.js').FirefoxWindows<FirefoxTab>} windows
 * @param {{ backendUrl: string, sites: string[] } & Record<string, unknown>} settings
 */
export async function configureFirefox(windows, settings) {
  // The welcome page is the last thing that an installation does.
  const welcome = await windows.showing('welcome.html');
  await windows.grantSites(settings.sites);
  await welcome.run((given) => chrome.storage.local.set({ settings: given }), settings);
  const scripts = () => welcome.run(() => chrome.scripting.getRegisteredContentScripts());
  await until(async () => (await scripts()).length > 0, 'registered script');
}
