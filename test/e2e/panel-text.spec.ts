import type { CDPSession } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { messageBox, openPanel, press, transcript, write } from './at-the-panel.ts';
import { expect, test } from './stage.ts';
import { until } from '../support/until.ts';

test.describe('before the microphone was granted', () => {
  test.use({ microphone: 'prompt', sites: [] });

  test('the panel writes to an agent without a card, and leads to where the microphone is allowed', async ({
    stage,
  }) => {
    const panel = await openPanel(stage);
    await expect(panel.getByRole('combobox', { name: 'Agent' })).toHaveValue('echo');
    await expect(panel.getByRole('status')).toHaveText('No conversation');
    await expectAccessible(panel);

    await write(panel, 'I begin in writing.');
    const log = transcript(panel);
    await expect(log.getByText('I begin in writing.')).toHaveCount(2);
    await expect(panel.getByRole('status')).toContainText('Your turn');
    expect(await stage.host.liveTracks()).toBe(0);
    expect(await stage.host.runningContexts()).toBe(0);

    await press(panel, 'Continue by voice');
    await expect(panel.getByRole('alert')).toHaveText(
      /^Voice Cards needs your permission to use the microphone\./,
    );
    const opened = panel.context().waitForEvent('page');
    await press(panel, 'Set up the microphone');
    const welcome = await opened;
    await expect(welcome.getByRole('button', { name: 'Allow microphone' })).toBeVisible();
    await stage.setMicrophone('granted');
    await panel.bringToFront();
    await expect(panel.getByRole('button', { name: 'Mute microphone' })).toBeVisible();
    await expect(panel.getByRole('alert')).toBeHidden();
    await expect(log).toContainText('The conversation goes on by voice.');
    await until(() => stage.host.liveTracks()).toBe(1);
  });
});

test('Enter sends, Shift and Enter break the line, and Enter within a word being composed does neither', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  const box = messageBox(panel);
  const log = transcript(panel);
  await box.press('Enter');
  await box.fill('  ');
  await expect(panel.getByRole('button', { name: 'Send' })).toBeDisabled();
  await box.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('No conversation');

  await box.fill('one');
  await box.press('Shift+Enter');
  await panel.keyboard.type('two');
  await expect(box).toHaveValue('one\ntwo');
  await press(panel, 'Send');
  await expect(box).toHaveValue('');
  await expect(log.getByText('one\ntwo').first()).toBeVisible();

  const inputMethod = await panel.context().newCDPSession(panel);
  const word = 'にほんご';
  const cursor = { selectionStart: word.length, selectionEnd: word.length };
  await inputMethod.send('Input.imeSetComposition', { text: word, ...cursor });
  await pressInto(inputMethod, 'Enter');
  await expect(box).toHaveValue(word);
  await inputMethod.send('Input.insertText', { text: '日本語' });
  // Safari's word is over before its Enter arrives, which still belongs to the input method.
  await pressInto(inputMethod, 'Enter');
  await expect(box).toHaveValue('日本語');
  await panel.keyboard.press('Enter');
  await expect(log.getByText('日本語')).toHaveCount(2);
  await expect(log).not.toContainText('にほんご');
});

test('the agent is told that something is being typed, but not with every letter', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  await write(panel, 'Hi');
  await expect(panel.getByRole('status')).toContainText('Your turn');
  await messageBox(panel).pressSequentially('/recall');
  await messageBox(panel).press('Enter');
  await expect(transcript(panel).getByText('activity')).toHaveText('activity');
});

/** Presses a key that an input method takes for itself. */
async function pressInto(inputMethod: CDPSession, key: string): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: 229 };
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}
