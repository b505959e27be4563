import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { receive } from '../shared/receive.ts';
import { watchSettings } from '../shared/settings-store.ts';
import * as broker from './broker.ts';
import { listenToLifelines } from './lifelines.ts';
import { mend, openWelcome } from './microphone.ts';
import { mint } from './mint.ts';
import { listenOutside } from './outside.ts';
import { applySettings, takeOverPages } from './pages.ts';
import { receiveUntrusted } from './receive-untrusted.ts';
import { disableSite, dropRevoked, enableSite, takeUpGrant, wantSite } from './sites.ts';
import { takeUpdate } from './update.ts';

export default defineBackground(() => {
  receiveUntrusted('hello', (_, sender) => broker.pageView(sender));
  receiveUntrusted('startCard', broker.startFromPage);
  receiveUntrusted('endCard', (_, sender) => broker.endInTab(sender.tab?.id));
  receiveUntrusted('mend', mend);

  receive('mint', ({ agentId }) => mint(agentId));
  receive('changed', broker.publish);

  receive('wantSite', wantSite);
  receive('enableSite', enableSite);
  receive('disableSite', disableSite);
  receive('endConversation', broker.end);
  receive('microphoneGranted', (_, sender) => broker.startAgain(sender));

  watchSettings(applySettings);
  browser.permissions.onAdded.addListener(({ origins = [] }) => void takeUpGrant(origins));
  browser.permissions.onRemoved.addListener(() => void dropRevoked());
  browser.tabs.onRemoved.addListener((tabId) => void broker.endInTab(tabId, 'tab_closed'));
  browser.runtime.onUpdateAvailable.addListener(() => void takeUpdate());
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await takeOverPages();
    if (reason === 'install') await openWelcome();
  });
  listenToLifelines();
  listenOutside(() => undefined);
});
