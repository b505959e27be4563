import { ActionPopup } from '../support/action-popup.ts';
import { expectNoPicker, pickerOn } from '../support/picking.ts';
import { type Screen, startScreen } from '../support/screen.ts';
import { storedMarks } from '../support/stored-marks.ts';
import { type Stage, test as base, expect } from './stage.ts';

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

async function mayReadSite(stage: Stage): Promise<boolean> {
  const worker = await stage.browser.worker();
  return worker.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
}
