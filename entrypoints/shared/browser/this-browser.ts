import { IN_CHROME } from './chrome.ts';
import { IN_FIREFOX } from './firefox.ts';

/** What differs between the browsers for the pages of the extension; each build carries its own alone. */
export const { MICROPHONE_SETTINGS, SHORTCUTS, HAS_SIDE_PANEL, PICKER_ASKS, showPanel } =
  import.meta.env.FIREFOX ? IN_FIREFOX : IN_CHROME;
