import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { sendMessage } from '../shared/messaging.ts';
import { t } from '../shared/text.ts';
import { disableSite, enableSite } from '../shared/ui/enable-site.ts';
import { goMend } from '../shared/ui/go-mend.ts';
import { liveSettings } from '../shared/ui/live-settings.ts';
import { showPage } from '../shared/ui/page.tsx';
import { createPopupModel } from './popup-model.ts';
import { Popup } from './popup.tsx';
import { namedTab } from './subject.ts';
import { findSubject, openInTab } from './tabs.ts';

const REFRESH_MS = 1_000;

const named = namedTab(location.search);
const find = () => findSubject(named);
const [subject, settings] = await Promise.all([find(), liveSettings()]);
const model = createPopupModel(subject, settings, {
  findSubject: find,
  enable: enableSite,
  disable: disableSite,
  cards: (tabId) => sendMessage('cards', undefined, { tabId, frameId: 0 }),
  look: () => sendMessage('look'),
  end: () => sendMessage('endConversation'),
  fetchAgents,
  now: () => Date.now(),
});
// The background journals every change of the conversation there; the clock ticks, and pages
// gain and lose cards, without anybody telling.
browser.storage.session.onChanged.addListener(() => void model.refresh());
setInterval(() => void model.refresh(), REFRESH_MS);
void model.refresh();

const { tabId } = subject;
const inPopup = named === null && tabId !== null && { onOpenInTab: () => void openInTab(tabId) };
showPage(
  t('extension_name'),
  <Popup model={model} onMend={(to) => void goMend(to)} {...inPopup} />,
);
