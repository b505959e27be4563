import { browser } from 'wxt/browser';
import { failure } from '../../core/failure.ts';
import { receive } from './receive.ts';
import { endInTab, publishGone } from './broker.ts';
import { forgetFramesOf } from './frames.ts';
import { takeUpStart } from './start.ts';
import { hasHost, watchHost } from './this-browser.ts';

/**
 * Learns who is gone, perhaps by a crash that no other event tells of: the host holds a line to here
 * and a page that talks holds one to the host, for as long as they live.
 */
export function listenToLifelines(): void {
  void findLost();
  watchHost(publishGone, takeUpStart);
  browser.tabs.onRemoved.addListener((tabId) => void tabClosed(tabId));
  receive('pageGone', ({ tabId }) => pageGone(tabId));
}

/** A crash may take host and background together; whoever wakes the background then finds nobody talking. */
async function findLost(): Promise<void> {
  if (await hasHost()) return;
  await publishGone({ by: 'failure', failure: failure('host_lost') });
}

async function tabClosed(tabId: number): Promise<void> {
  await Promise.all([endInTab(tabId, 'tab_closed'), forgetFramesOf(tabId)]);
}

/** A page that was left has another one in its place; a tab that crashed or was discarded has none. */
async function pageGone(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined || tab.status === 'unloaded') await endInTab(tabId, 'tab_closed');
}
