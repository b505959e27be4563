import { browser } from 'wxt/browser';
import { t } from '../shared/text.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { liveSettings } from '../shared/ui/live.ts';
import { microphonePermission } from '../shared/ui/microphone-permission.ts';
import { showPage } from '../shared/ui/page.tsx';
import { popupDoors } from './doors.ts';
import { takeNote } from './note.ts';
import { createPopupModel } from './popup-model.ts';
import { Popup } from './popup.tsx';
import { namedTab } from './subject.ts';
import { openInTab } from './tabs.ts';

const named = namedTab(location.search);
const doors = popupDoors(named);
const [subject, settings] = await Promise.all([doors.findSubject(), liveSettings()]);
const [microphone, note] = await Promise.all([microphonePermission(), takeNote()]);
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
