import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { watchMarks } from '../shared/mark-store.ts';
import { watchSettings } from '../shared/settings-store.ts';
import { dropQuestion } from './consent.ts';
import { hearContent } from './from-content.ts';
import { hearHost } from './from-host.ts';
import { hearPages } from './from-pages.ts';
import { listenToLifelines } from './lifelines.ts';
import { applyMarks } from './marks.ts';
import { openWelcome } from './microphone.ts';
import { listenOutside } from './outside.ts';
import { applySettings, takeOverPages } from './pages.ts';
import { followPolicy } from './policy.ts';
import { watchForgetting } from './prepare.ts';
import { watchPermissions } from './sites.ts';
import { closeStorage, openPanel, watchQuestion } from './this-browser.ts';
import { takeUpdate } from './update.ts';

export default defineBackground(() => {
  hearContent();
  hearPages();
  hearHost();
  void closeStorage();
  followPolicy();
  watchSettings(applySettings);
  watchMarks(applyMarks);
  watchForgetting();
  watchQuestion(() => dropQuestion());
  watchPermissions();
  browser.runtime.onUpdateAvailable.addListener(() => void takeUpdate());
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await takeOverPages();
    if (reason === 'install') await openWelcome();
  });
  listenToLifelines();
  listenOutside((tabId) => void openPanel(tabId));
});
