import type { ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { fetchAgents } from '../shared/backend.ts';
import { fetchUsage, pairWithCode } from '../shared/backend-access.ts';
import { forgetToken, keepToken, loadToken } from '../shared/backend-token.ts';
import { askTokenConsent } from '../shared/token-consent.ts';
import { changeSettings, settingsTrouble } from '../shared/settings-store.ts';
import { liveDevices } from '../shared/ui/devices.ts';
import { disableSite, enableSite } from '../shared/ui/enable-site.ts';
import { livePolicy, liveRevoked } from '../shared/ui/live.ts';
import type { Settings } from '../../core/settings.ts';
import { saveFile } from '../shared/save-file.ts';
import { VERSION, liveDiagnostics } from './facts.ts';
import { liveMarksParts } from './marks-parts.ts';
import type { OptionsDoors } from './options-page.tsx';
import { liveShortcuts } from './shortcuts.ts';
import { liveTranscripts } from './transcripts.ts';

/** What the options page needs from the outside, but for where in it one is. */
export async function optionsDoors(
  settings: ReadonlySignal<Settings>,
): Promise<Omit<OptionsDoors, 'current'>> {
  const [trouble, revoked, policy, marks] = await Promise.all([
    settingsTrouble(),
    liveRevoked(),
    livePolicy(),
    liveMarksParts(settings),
  ]);
  return {
    askPermission: (pattern) => browser.permissions.request({ origins: [pattern] }),
    askSites: (origins) => browser.permissions.request({ origins }),
    save: (name, text) => saveFile(name, text, 'application/json'),
    fetchAgents,
    fetchUsage,
    pairWithCode,
    loadToken,
    keepToken,
    forgetToken,
    askConsent: askTokenConsent,
    change: changeSettings,
    enable: enableSite,
    disable: disableSite,
    trouble,
    revoked,
    policy,
    marks,
    query: (selector) => document.createDocumentFragment().querySelector(selector),
    devices: liveDevices(),
    shortcuts: liveShortcuts(),
    transcripts: liveTranscripts(),
    version: VERSION,
    diagnostics: liveDiagnostics(settings, trouble),
  };
}
