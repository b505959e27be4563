import type { Page } from 'playwright/test';
import { type Stage, card, cardOn, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

/** Presses a keyboard shortcut while a page is in front, as the browser tells the extension of it. */
async function press(stage: Stage, page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const worker = await stage.browser.worker();
  await worker.evaluate(
    async ([command, url]) => {
      const [tab] = await chrome.tabs.query({ url });
      Reflect.get(chrome.commands.onCommand, 'dispatch').call(
        chrome.commands.onCommand,
        command,
        tab,
      );
    },
    [name, page.url()] as const,
  );
}

/** Chooses "Talk about this" in the context menu, with a selection. */
async function talkAbout(stage: Stage, page: Page, selectionText: string): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(
    async ([selection, url]) => {
      const [tab] = await chrome.tabs.query({ url });
      const info = { menuItemId: 'talk-about-selection', selectionText: selection, frameId: 0 };
      const { onClicked } = chrome.contextMenus;
      Reflect.get(onClicked, 'dispatch').call(onClicked, info, tab);
    },
    [selectionText, page.url()] as const,
  );
}

test('a selection is talked about with an agent that was allowed; keys start, mute, hush and end a conversation, and panic lets go of everything', async ({
  stage,
}) => {
  const page = await stage.open(`${card('stranger')}${card('echo')}<p>Some words</p>`);
  const mine = cardOn(page, 1);
  const conversation = () => kept(stage, 'conversation');
  await test.step('a selection is talked about with the first agent of the page that was allowed there', async () => {
    await talkAbout(stage, page, `  ${'Some words. '.repeat(500)}`);
    await expectLive(mine);
    const wish = await kept(stage, 'lastWish');
    expect(wish).toMatchObject({ context: 'Some words. '.repeat(500).slice(0, 4_000) });
    await press(stage, page, 'toggle-conversation');
    await expectState(mine, 'idle');
  });

  await test.step('a key starts a conversation on the card nearest to the middle; another makes the agent stop speaking', async () => {
    await stage.later();
    await press(stage, page, 'toggle-conversation');
    await expectState(mine, 'speaking');
    await press(stage, page, 'stop-speaking');
    await expectState(mine, 'listening');
    expect(await stage.host.liveTracks()).toBe(1);
  });

  await test.step('keys mute', async () => {
    await press(stage, page, 'mute');
    await until(conversation).toMatchObject({ muted: true });
    await press(stage, page, 'push-to-talk');
    await until(conversation).toMatchObject({ muted: false });
  });

  await test.step('a key ends a conversation from a page on which voice is off', async () => {
    const elsewhere = await stage.open('Nothing here', { site: 'http://other.test' });
    await press(stage, elsewhere, 'toggle-conversation');
    await expectState(mine, 'idle');
  });

  await test.step('panic lets go of everything', async () => {
    await stage.later();
    await press(stage, page, 'toggle-conversation');
    await expectLive(mine);
    await press(stage, page, 'panic');
    await expectState(mine, 'idle');
    await until(() => hasHost(stage)).toBe(false);
    expect(await conversation()).toMatchObject({ phase: 'ended', end: { by: 'user' } });
  });

  await test.step('where no agent was allowed, the popup says why a selection is not talked about, once', async () => {
    await stage.set({ approvals: [] });
    await stage.later();
    await page.bringToFront();
    await talkAbout(stage, page, 'Some words');
    await until(() => popupIsOpen(stage)).toBe(true);
    await until(() => kept(stage, 'popupNote')).toBeUndefined();
    await expectState(mine, 'idle');
  });
});

/** What the background keeps while the browser runs. */
async function kept(stage: Stage, name: string): Promise<unknown> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async (key) => (await chrome.storage.session.get(key))[key], name);
}

async function hasHost(stage: Stage): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(() => chrome.offscreen.hasDocument());
}

async function popupIsOpen(stage: Stage): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0,
  );
}
