import { browser } from 'wxt/browser';
import { failure } from '../../core/failure.ts';
import { PAGE_LINE } from '../shared/lifeline.ts';
import { kindOf } from '../shared/receive.ts';
import { endInTab, publishGone } from './broker.ts';
import { hasHost, watchHost } from './this-browser.ts';

/**
 * Listens to the lines that the host and the page hold while they talk: when one breaks, somebody is
 * gone, perhaps by a crash that no other event tells of.
 */
export function listenToLifelines(): void {
  void findLost();
  watchHost(publishGone);
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender } = port;
    const kind = sender && kindOf(sender);
    if (name === PAGE_LINE && kind === 'content') {
      port.onDisconnect.addListener(() => void pageGone(sender?.tab?.id));
    }
  });
}

/** A crash may take host and background together; whoever wakes the background then finds nobody talking. */
async function findLost(): Promise<void> {
  if (await hasHost()) return;
  await publishGone({ by: 'failure', failure: failure('host_lost') });
}

/** A page that was left has another one in its place; a tab that crashed or was discarded has none. */
async function pageGone(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined || tab.status === 'unloaded') await endInTab(tabId, 'tab_closed');
}
