import { browser } from 'wxt/browser';
import { loadSettings, watchSettings } from '../shared/settings-store.ts';
import { record } from './events.ts';
import { keepSettingsKnown } from './known-settings.ts';
import { listenToMenu, offerMenu } from './menus.ts';
import { listenToShortcuts } from './shortcuts.ts';

/**
 * Listens to what a person asks for outside every page: with the keyboard, and in the context menu.
 * @param openPanel opens the panel beside a tab; called in the very task of the key press or click
 */
export function listenOutside(openPanel: (tabId: number) => void): void {
  keepSettingsKnown();
  listenToShortcuts(openPanel);
  listenToMenu(openPanel);
  watchSettings((now, before) => {
    if (now.sites.join(' ') !== before.sites.join(' ')) void offerMenu(now);
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') record('installed');
    if (reason === 'update') record('updated');
    await offerMenu(await loadSettings());
  });
}
