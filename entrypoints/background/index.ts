import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { receive } from '../shared/receive.ts';
import { loadSettings, watchSettings } from '../shared/settings-store.ts';
import { end, endInTab, pageView, publish, start, startFromPage } from './broker.ts';
import { wantedSite } from './journal.ts';
import { openWelcome, takeUpClick } from './microphone.ts';
import { mint } from './mint.ts';
import { applySelectors, applySites, disableSite, dropRevoked, enableSite, registerScript, takeUpGrant } from './sites.ts';

export default defineBackground(() => {
  receive('hello', (_, sender) => pageView(sender));
  receive('startCard', startFromPage);
  receive('endCard', (_, sender) => endInTab(sender.tab?.id));
  receive('mend', (where) => (where === 'options' ? browser.runtime.openOptionsPage() : openWelcome()));

  receive('mint', ({ agentId }) => mint(agentId));
  receive('changed', publish);

  receive('wantSite', (site) => wantedSite.setValue(site));
  receive('enableSite', enableSite);
  receive('disableSite', disableSite);
  receive('endConversation', end);
  receive('microphoneGranted', async (_, sender) => {
    const click = await takeUpClick(sender);
    if (click) await start({ ...click, replace: false });
  });

  watchSettings(applySites);
  watchSettings(applySelectors);
  browser.permissions.onAdded.addListener(({ origins = [] }) => void takeUpGrant(origins));
  browser.permissions.onRemoved.addListener(() => void dropRevoked());
  browser.tabs.onRemoved.addListener((tabId) => void endInTab(tabId));
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // An update forgets registered scripts.
    await registerScript(await loadSettings());
    if (reason === 'install') await openWelcome();
  });
});
