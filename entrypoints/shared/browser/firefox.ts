import { HOST_PAGE } from '../host-page.ts';

/** What only Firefox is like, for the pages of the extension. */
export const IN_FIREFOX = {
  /** Where the browser keeps its microphone settings. */
  MICROPHONE_SETTINGS: 'about:preferences#privacy',
  /** Where the browser keeps its shortcuts, and the sentence that leads there. */
  SHORTCUTS: { address: 'about:addons', way: 'options_shortcuts_firefox' },
  /** Whether a panel opens beside the page with a conversation; where not, one has come with it. */
  HAS_SIDE_PANEL: false,
  /**
   * Whether the picker can ask for a site itself. A page of ours that a page frames is left little more here
   * than a content script has, and no permissions: voice must be on there before one picks.
   */
  PICKER_ASKS: false,
  showPanel: showWindow,
} as const;

/** Shows the window that holds the conversation, and is its panel; rejects where there is none. */
async function showWindow(_windowId: number): Promise<void> {
  const [host] = await chrome.tabs.query({ url: chrome.runtime.getURL(`/${HOST_PAGE}`) });
  if (host === undefined) throw new Error('there is no conversation window');
  await chrome.windows.update(host.windowId, { focused: true });
}
