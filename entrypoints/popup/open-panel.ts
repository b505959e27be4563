import { browser } from 'wxt/browser';

/** Opens the panel of a window; call it in the very task of a click. Rejects where the browser would not. */
export async function openPanel(windowId: number): Promise<void> {
  // Each build carries its own alone; the types are Chrome's.
  if (import.meta.env.FIREFOX) await Reflect.get(browser, 'sidebarAction').open();
  else await browser.sidePanel.open({ windowId });
}
