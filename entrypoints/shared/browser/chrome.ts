import { browser } from 'wxt/browser';

/** The page that holds the conversation: out of sight. */
export const HOST_PAGE = 'offscreen.html';
/** Where the browser keeps its microphone settings. */
export const MICROPHONE_SETTINGS = 'chrome://settings/content/microphone';
/** Where the browser keeps its shortcuts, and the sentence that leads there. */
export const SHORTCUTS = {
  address: 'chrome://extensions/shortcuts',
  way: 'options_shortcuts_chrome',
} as const;
/** Whether a panel opens beside the page with a conversation; where not, one has come with it. */
export const HAS_SIDE_PANEL = true;

/** Shows the panel in a window. Call it in the very task of a click; it rejects where the browser would not. */
export function showPanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}

/** The way to the loudspeaker, opened for a conversation and closed with it. */
export function takeContext(signal: AbortSignal): AudioContext {
  const context = new AudioContext({ latencyHint: 'interactive' });
  // One that did not start is closed already.
  const close = () => void context.close().catch(() => {});
  signal.addEventListener('abort', close, { once: true });
  return context;
}
