import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { enableSite, switchOff } from '../shared/ui/enable-site.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { liveSettings } from '../shared/ui/live-settings.ts';
import { microphonePermission } from '../shared/ui/microphone-permission.ts';
import { showPage } from '../shared/ui/page.tsx';
import { takeNote } from './note.ts';
import { openPanel } from './open-panel.ts';
import { lookIntoPage } from './page-facts.ts';
import { createPopupModel } from './popup-model.ts';
import { Popup } from './popup.tsx';
import { namedTab } from './subject.ts';
import { findSubject, openInTab } from './tabs.ts';

const named = namedTab(location.search);
const find = () => findSubject(named);
const [subject, settings] = await Promise.all([find(), liveSettings()]);
const [microphone, note] = await Promise.all([microphonePermission(), takeNote()]);
const cards = (tabId: number, frameId: number) =>
  sendMessage('cards', undefined, { tabId, frameId });
const look = () => sendMessage('look');
const end = () => sendMessage('endConversation');
const now = () => Date.now();
const mine = { findSubject: find, enable: enableSite, switchOff, lookIntoPage };
const doors = { ...mine, cards, look, end, openPanel, fetchAgents, now };
const model = createPopupModel(subject, settings, doors);
// The background journals every change of the conversation there; the clock ticks, and pages
// gain and lose cards, without anybody telling.
browser.storage.session.onChanged.addListener(() => void model.refresh());
setInterval(() => void model.refresh(), 1_000);
void model.refresh();

const { tabId } = subject;
const inPopup = named === null && tabId !== null && { onOpenInTab: () => void openInTab(tabId) };
const shown = { model, microphone, note };
showPage(t('extension_name'), <Popup {...shown} onMend={(to) => void goMend(to)} {...inPopup} />);
