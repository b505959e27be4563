import { fetchAgents } from '../shared/backend.ts';
import { PICKER_ASKS, showPanel } from '../shared/browser/this-browser.ts';
import { changeMarks, loadMarks } from '../shared/mark-store.ts';
import { sendMessage } from '../shared/messaging.ts';
import { enableSite, switchOff } from '../shared/ui/enable-site.ts';
import { lookBack } from './look-back.ts';
import { lookIntoPage } from './page-facts.ts';
import type { PopupDoors } from './popup-model.ts';
import { findSubject, pickFrom } from './tabs.ts';

/** The popup's ways to the outside; it is about the tab named, or the current one. */
export function popupDoors(named: number | null): PopupDoors {
  return {
    findSubject: () => findSubject(named),
    enable: enableSite,
    switchOff,
    lookIntoPage,
    cards: (tabId, frameId) => sendMessage('cards', undefined, { tabId, frameId }),
    marks: (tabId, frameId) => sendMessage('markStates', undefined, { tabId, frameId }),
    anchorAt: ({ id, tabId, frameId }, place) =>
      sendMessage('anchorAt', { id, place }, { tabId, frameId }),
    loadMarks,
    changeMarks,
    look: () => sendMessage('look'),
    lookBack,
    end: () => sendMessage('endConversation'),
    pick: pickFrom(named),
    picksWhereOff: PICKER_ASKS,
    openPanel: showPanel,
    fetchAgents,
    now: () => Date.now(),
  };
}
