import * as chrome from './chrome.ts';
import * as firefox from './firefox.ts';

/** What differs between the browsers for the pages of the extension; each build carries its own alone. */
export const { MICROPHONE_SETTINGS, SHORTCUTS, HAS_SIDE_PANEL, PICKER_ASKS, showPanel } =
  import.meta.env.FIREFOX ? firefox : chrome;
