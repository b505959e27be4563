import type { CDPSession, Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { messageBox, openPanel, press, transcript, write } from './at-the-panel.ts';
import { expect, test } from './stage.ts';
import { until } from '../support/until.ts';

test.use({ microphone: 'prompt', sites: [] });

test('the panel writes to an agent without a card, tells it that one types, sends with Enter but within no word being composed, and leads to where the microphone is allowed', async ({
  stage,
}) => {
  const panel = await openPanel(stage);
  const box = messageBox(panel);
  const log = transcript(panel);
  const status = panel.getByRole('status');
  await test.step('nothing is sent where nothing is written', async () => {
    await expect(panel.getByRole('combobox', { name: 'Agent' })).toHaveValue('echo');
    await expect(status).toHaveText('No conversation');
    await expectAccessible(panel);
    await box.press('Enter');
    await box.fill('  ');
    await expect(panel.getByRole('button', { name: 'Send' })).toBeDisabled();
    await box.press('Enter');
    await expect(status).toHaveText('No conversation');
  });

  await test.step('a conversation begins in writing, without sound', async () => {
    await write(panel, 'I begin in writing.');
    await expect(log.getByText('I begin in writing.')).toHaveCount(2);
    await expect(status).toContainText('Your turn');
    expect(await stage.host.liveTracks()).toBe(0);
    expect(await stage.host.runningContexts()).toBe(0);
  });

  await test.step('the agent is told that something is being typed, but not with every letter', async () => {
    await box.pressSequentially('/recall');
    await box.press('Enter');
    await expect(log.getByText('activity')).toHaveText('activity');
  });

  await test.step('Enter sends, Shift and Enter break the line', async () => {
    await box.fill('one');
    await box.press('Shift+Enter');
    await panel.keyboard.type('two');
    await expect(box).toHaveValue('one\ntwo');
    await press(panel, 'Send');
    await expect(box).toHaveValue('');
    await expect(log.getByText('one\ntwo').first()).toBeVisible();
  });

  await test.step('Enter within a word being composed does neither', () => expectToCompose(panel));

  await test.step('it goes on by voice where the microphone is allowed', async () => {
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

/** Composes a word with an input method, and sends it. */
async function expectToCompose(panel: Page): Promise<void> {
  const box = messageBox(panel);
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
  await expect(transcript(panel).getByText('日本語')).toHaveCount(2);
  await expect(transcript(panel)).not.toContainText('にほんご');
}

/** Presses a key that an input method takes for itself. */
async function pressInto(inputMethod: CDPSession, key: string): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: 229 };
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await inputMethod.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}
