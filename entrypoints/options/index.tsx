import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { changeSettings, settingsTrouble } from '../shared/settings-store.ts';
import { t } from '../shared/text.ts';
import { disableSite, enableSite } from '../shared/ui/enable-site.ts';
import { liveSettings } from '../shared/ui/live-settings.ts';
import { showPage } from '../shared/ui/page.tsx';
import { createOptionsPage } from './options-page.tsx';

const page = createOptionsPage(await liveSettings(), {
  askPermission: (pattern) => browser.permissions.request({ origins: [pattern] }),
  fetchAgents,
  change: changeSettings,
  enable: enableSite,
  disable: disableSite,
  trouble: await settingsTrouble(),
  query: (selector) => document.createDocumentFragment().querySelector(selector),
});
showPage(t('options_title'), page);
