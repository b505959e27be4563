/** Where the browser keeps its microphone settings. */
export const MICROPHONE_SETTINGS = 'about:preferences#privacy';
/** Where the browser keeps its shortcuts, and the sentence that leads there. */
export const SHORTCUTS = { address: 'about:addons', way: 'options_shortcuts_firefox' } as const;
/** Whether a panel opens beside the page with a conversation; where not, one has come with it. */
export const HAS_SIDE_PANEL = false;

/** The sidebar is the panel for whoever asks for one. Call it in the very task of a click. */
export function showPanel(_windowId: number): Promise<void> {
  return chrome.sidebarAction.open();
}
