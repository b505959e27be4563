import { browser } from 'wxt/browser';
import { HOST_PAGE } from '../shared/host-page.ts';

/**
 * Shows the panel of a window; where the conversation has a window of its own, that one is the panel.
 * Call it in the very task of a click; it rejects where the browser would not.
 */
export async function openPanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await showHost();
  else await browser.sidePanel.open({ windowId });
}

async function showHost(): Promise<void> {
  const [host] = await browser.tabs.query({ url: browser.runtime.getURL(`/${HOST_PAGE}`) });
  if (host === undefined) throw new Error('there is no conversation window');
  await browser.windows.update(host.windowId, { focused: true });
}
