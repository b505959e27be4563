import type { Locator } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { messageBox, openPanel, transcript } from './at-the-panel.ts';
import { card, cardOn, expect, expectState, test } from './stage.ts';

test.use({ approved: [] });

test('by keyboard alone: a card is pressed, the question answered, and a conversation held and ended', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  const box = messageBox(panel);
  const page = await stage.open(card());
  const talk = cardOn(page).getByRole('button', { name: 'Talk' });
  await expectState(cardOn(page), 'idle');
  await panel.bringToFront();
  await reach(box, 'Tab');

  const question = panel.getByRole('alertdialog', {
    name: 'Let 127.0.0.1 start conversations with Echo agent?',
  });
  const no = question.getByRole('button', { name: 'No' });
  await page.bringToFront();
  await reach(talk, 'Tab');
  await page.keyboard.press('Enter');
  await panel.bringToFront();
  await expect(question).toBeFocused();
  await expect(no).toBeEnabled();
  await expectAccessible(panel);
  await panel.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(box).toBeFocused();
  await expectState(cardOn(page), 'idle');

  await page.bringToFront();
  await stage.later();
  await page.keyboard.press('Enter');
  await panel.bringToFront();
  await expect(no).toBeEnabled();
  await reach(question.getByRole('button', { name: 'This time' }), 'Tab');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText(/Speaking|Listening/);
  await expect(box).toBeFocused();
  await panel.keyboard.type('By hand.');
  await panel.keyboard.press('Enter');
  await expect(transcript(panel).getByText('By hand.')).toHaveCount(2);
  await reach(panel.getByRole('slider', { name: 'Volume' }), 'Shift+Tab');
  await panel.keyboard.press('ArrowLeft');
  await expect(panel.getByRole('slider', { name: 'Volume' })).toHaveValue('95');
  await reach(panel.getByRole('button', { name: 'Mute microphone' }), 'Shift+Tab');
  await panel.keyboard.press(' ');
  await expect(panel.getByRole('status')).toContainText('Microphone muted');
  await reach(transcript(panel), 'Shift+Tab');
  await reach(panel.getByRole('button', { name: 'End conversation' }), 'Shift+Tab');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText('Conversation ended');
  await expect(box).toBeFocused();
});

/** Presses a key until the keyboard is on something. */
async function reach(what: Locator, key: string): Promise<void> {
  await expect(async () => {
    await what.page().keyboard.press(key);
    expect(await what.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [0] });
}
