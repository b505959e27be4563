import type { Locator, Page } from 'playwright/test';
import { card, cardOn, expect, expectLive, expectState, test } from './stage.ts';

/** More stops than any page of ours has. */
const MOST_STOPS = 60;

/** Presses Tab until something has the focus, as a person without a pointer does. */
async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`Tab never leads to ${target.toString()}.`);
}

/** Goes somewhere by Tab, and presses it. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Expects the keyboard to be somewhere, and not at the beginning of the document again. */
async function expectPlace(page: Page): Promise<void> {
  await expect(page.locator('*:focus')).toHaveCount(1);
}

test.describe('with the keyboard alone', () => {
  test.use({ sites: [], approved: [] });

  test('a person gets from the welcome to a conversation, and back out of it', async ({
    stage,
  }) => {
    const welcome = await stage.openOwn('welcome.html');
    await press(welcome.getByRole('button', { name: 'Make a test call' }));
    await expect(welcome.getByText('The call went through.')).toBeVisible();
    await press(welcome.getByRole('button', { name: 'End test call' }));
    await expect(welcome.getByRole('button', { name: 'Make a test call' })).toBeFocused();

    const page = await stage.open(`${card()}<a href="#">After</a>`);
    const popup = await stage.openOwn('popup.html');
    await page.bringToFront();
    await press(popup.getByRole('switch', { name: /^Voice on/ }), 'Space');
    await expectState(cardOn(page), 'idle');

    await press(cardOn(page).getByRole('button'));
    await expectState(cardOn(page), 'asking');
    const panel = await stage.openOwn('panel.html');
    await expect(panel.getByRole('alertdialog')).toBeFocused();
    const once = panel.getByRole('button', { name: 'This time' });
    await expect(once).toBeEnabled();
    await press(once);
    await expectLive(cardOn(page));

    await press(panel.getByRole('button', { name: 'Mute microphone' }));
    await expect(panel.getByRole('status')).toContainText('Microphone muted');
    await tabTo(panel.getByRole('textbox', { name: 'Message' }));
    await panel.keyboard.type('/markdown');
    await panel.keyboard.press('Enter');
    const log = panel.getByRole('log', { name: 'Transcript' });
    await expect(log.getByRole('heading', { name: 'A heading' })).toBeVisible();
    await tabTo(log);
    await tabTo(log.getByRole('link', { name: 'a link' }));
    await press(panel.getByRole('button', { name: 'End conversation' }));
    await expectState(cardOn(page), 'idle');
    await expectPlace(panel);
    await expect(cardOn(page).getByRole('button')).toBeFocused();
  });
});
