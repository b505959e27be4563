import * as chrome from './chrome.ts';
import * as firefox from './firefox.ts';

/** What only one of the browsers can do; each build carries its own alone. */
export const {
  ensureHost,
  warmHost,
  mayHear,
  hasHost,
  watchHost,
  closeHost,
  openPanel,
  showQuestion,
  watchQuestion,
  findOwnTab,
  closeStorage,
} = import.meta.env.FIREFOX ? firefox : chrome;
