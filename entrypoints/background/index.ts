import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { watchMarks } from '../shared/mark-store.ts';
import { receive } from '../shared/receive.ts';
import { watchSettings } from '../shared/settings-store.ts';
import { keepTranscript } from '../shared/transcript-store.ts';
import { publish } from './broker.ts';
import { dropQuestion } from './consent.ts';
import { hearContent } from './from-content.ts';
import { hearPages } from './from-pages.ts';
import { listenToLifelines } from './lifelines.ts';
import { applyMarks } from './marks.ts';
import { openWelcome } from './microphone.ts';
import { mint } from './mint.ts';
import { listenOutside } from './outside.ts';
import { applySettings, takeOverPages } from './pages.ts';
import { dropRevoked, takeUpGrant } from './sites.ts';
import { openPanel, watchQuestion } from './this-browser.ts';
import { takeUpdate } from './update.ts';

export default defineBackground(() => {
  hearContent();
  hearPages();
  receive('mint', ({ agentId }) => mint(agentId));
  receive('changed', publish);
  receive('keep', keepTranscript);

  watchSettings(applySettings);
  watchMarks(applyMarks);
  watchQuestion(() => dropQuestion());
  browser.permissions.onAdded.addListener(({ origins = [] }) => void takeUpGrant(origins));
  browser.permissions.onRemoved.addListener(() => void dropRevoked());
  browser.runtime.onUpdateAvailable.addListener(() => void takeUpdate());
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await takeOverPages();
    if (reason === 'install') await openWelcome();
  });
  listenToLifelines();
  listenOutside((tabId) => void openPanel(tabId));
});
