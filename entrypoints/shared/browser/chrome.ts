/** Where the browser keeps its microphone settings. */
export const MICROPHONE_SETTINGS = 'chrome://settings/content/microphone';
/** Where the browser keeps its shortcuts, and the sentence that leads there. */
export const SHORTCUTS = {
  address: 'chrome://extensions/shortcuts',
  way: 'options_shortcuts_chrome',
} as const;
/** Whether a panel opens beside the page with a conversation; where not, one has come with it. */
export const HAS_SIDE_PANEL = true;
/** Whether the picker can ask for a site itself. */
export const PICKER_ASKS = true;

/** Shows the panel in a window. Call it in the very task of a click; it rejects where the browser would not. */
export function showPanel(windowId: number): Promise<void> {
  return chrome.sidePanel.open({ windowId });
}
