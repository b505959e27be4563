/** What only Chrome is like, for the pages of the extension. */
export const IN_CHROME = {
  /** Where the browser keeps its microphone settings. */
  MICROPHONE_SETTINGS: 'chrome://settings/content/microphone',
  /** Where the browser keeps its shortcuts, and the sentence that leads there. */
  SHORTCUTS: { address: 'chrome://extensions/shortcuts', way: 'options_shortcuts_chrome' },
  /** Whether a panel opens beside the page with a conversation; where not, one has come with it. */
  HAS_SIDE_PANEL: true,
  /** Whether the picker can ask for a site itself. */
  PICKER_ASKS: true,
  /** Shows the panel in a window. Call it in the very task of a click; it rejects where the browser would not. */
  showPanel: (windowId: number): Promise<void> => chrome.sidePanel.open({ windowId }),
} as const;
