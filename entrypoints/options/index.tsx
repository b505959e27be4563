import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { changeSettings, settingsTrouble } from '../shared/settings-store.ts';
import { t } from '../shared/text.ts';
import { liveDevices } from '../shared/ui/devices.ts';
import { disableSite, enableSite } from '../shared/ui/enable-site.ts';
import { liveRevoked } from '../shared/ui/live-revoked.ts';
import { liveSettings } from '../shared/ui/live-settings.ts';
import { showPage } from '../shared/ui/page.tsx';
import { VERSION, liveDiagnostics } from './facts.ts';
import { liveMarksParts } from './marks-parts.ts';
import { createOptionsPage } from './options-page.tsx';
import { createPlace } from './place.ts';
import { liveShortcuts } from './shortcuts.ts';
import { liveTranscripts } from './transcripts.ts';

const [settings, trouble] = await Promise.all([liveSettings(), settingsTrouble()]);
const place = createPlace();
const page = createOptionsPage(settings, {
  askPermission: (pattern) => browser.permissions.request({ origins: [pattern] }),
  fetchAgents,
  change: changeSettings,
  enable: enableSite,
  disable: disableSite,
  trouble,
  revoked: await liveRevoked(),
  marks: await liveMarksParts(settings),
  query: (selector) => document.createDocumentFragment().querySelector(selector),
  current: place.current,
  devices: liveDevices(),
  shortcuts: liveShortcuts(),
  transcripts: liveTranscripts(),
  version: VERSION,
  diagnostics: liveDiagnostics(settings, trouble),
});
showPage(t('options_title'), page);
place.go();
