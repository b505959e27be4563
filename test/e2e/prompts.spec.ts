import type { Page } from 'playwright/test';
import { ActionPopup } from '../support/action-popup.ts';
import { journey } from '../support/journeys.ts';
import { expectNoPicker, pickerOn } from '../support/picking.ts';
import { type Screen, startScreen } from '../support/screen.ts';
import { storedMarks } from '../support/stored-marks.ts';
import {
  type Stage,
  test as base,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
} from './stage.ts';

/** A test in a browser that a person could see, in which nothing has been granted. */
const test = base.extend<{ desk: Screen }>({
  desk: async ({}, use) => {
    const screen = await startScreen();
    await use(screen);
    await screen.close();
  },
  display: ({ desk }, use) => use(desk.display),
});

test.use({ sites: [], hostPermissions: [], microphone: 'prompt' });

test(
  'the real prompts, for the site and for the microphone, lead into a conversation',
  journey('prompts'),
  async ({ stage, desk }) => {
    const page = await stage.open(card());
    await page.evaluate(() => Reflect.set(window, 'notReloaded', true));
    await allowSite(stage, desk, page);
    await expectState(cardOn(page), 'idle');
    expect(await page.evaluate(() => Reflect.get(window, 'notReloaded'))).toBe(true);

    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'asking');
    await stage.answer('This time');
    await allowMicrophone(stage, desk);
    await expectLive(cardOn(page));
    expect(await activeUrl(stage)).toBe(page.url());
  },
);

test('an element is picked before the site is granted, and kept only once it is', async ({
  stage,
  desk,
}) => {
  const page = await stage.open('<h1>Plans</h1><button>Buy</button>');
  await page.getByRole('button').focus();
  const popup = await ActionPopup.open(stage.browser, page.url());
  await popup.press('Mark an element');
  const picker = await pickerOn(page);
  await expect(picker.getByRole('status').first()).toContainText('Button “Buy”');
  await page.keyboard.press('Enter');
  const save = picker.getByRole('button', { name: 'Save' });
  await expect(picker.getByRole('combobox', { name: 'Agent' })).toHaveValue('echo');
  await desk.untilAsked(() => save.press('Enter'));
  expect(await mayReadSite(stage)).toBe(false);
  // The question stands there with its focus on "Deny".
  desk.press('Return');
  await expect(picker.getByText('Nothing was kept.')).toBeVisible();
  expect(await storedMarks(stage.browser)).toBeUndefined();

  await desk.untilAsked(() => save.press('Enter'));
  desk.press('Tab', 'Return');
  await expectNoPicker(page);
  expect(await mayReadSite(stage)).toBe(true);
  expect(await storedMarks(stage.browser)).toMatchObject([{ label: 'Buy', agentId: 'echo' }]);
});

/** Switches voice on in the popup of the toolbar's icon, and says yes to the browser's question. */
async function allowSite(stage: Stage, desk: Screen, page: Page): Promise<void> {
  const popup = await ActionPopup.open(stage.browser, page.url());
  await desk.untilAsked(() => popup.press('Voice on'));
  expect(await mayReadSite(stage)).toBe(false);
  // The question stands there with its focus on "Deny"; the next button is "Allow".
  desk.press('Tab', 'Return');
  await expect.poll(() => mayReadSite(stage)).toBe(true);
}

/** Asks for the microphone on the welcome page, and says yes to the browser's question. */
async function allowMicrophone(stage: Stage, desk: Screen): Promise<void> {
  await expect.poll(() => activeUrl(stage)).toMatch(/\/welcome\.html$/);
  const url = await activeUrl(stage);
  const welcome = stage.browser.context.pages().find((other) => other.url() === url);
  if (!welcome) throw new Error('There is no welcome page.');
  await desk.untilAsked(() => welcome.getByRole('button', { name: 'Allow microphone' }).click());
  expect(await welcome.evaluate(microphonePermission)).toBe('prompt');
  // Its buttons, from the last: never, this time, while visiting the site.
  desk.press('shift+Tab', 'shift+Tab', 'shift+Tab', 'Return');
  await expect.poll(() => welcome.isClosed()).toBe(true);
}

async function microphonePermission(): Promise<PermissionState> {
  return (await navigator.permissions.query({ name: 'microphone' })).state;
}

async function mayReadSite(stage: Stage): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
}

async function activeUrl(stage: Stage): Promise<string | undefined> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url);
}
