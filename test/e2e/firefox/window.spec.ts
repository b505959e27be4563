import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test.use({ microphone: 'prompt' });

test('one window serves one conversation after the other, and asks once', async ({
  stage: { browser, openCard, later },
}) => {
  const page = await openCard();
  await page.press('Talk');
  await until(() => browser.microphoneQuestion()).toContain('Allow Voice Cards to use your');
  expect(await page.cardState()).toBe('connecting');
  await browser.answerMicrophone('allow');
  await until(() => page.cardState()).toBe('speaking');
  const panel = await browser.showing('window.html');
  await panel.press('End conversation');
  await until(() => page.cardState()).toBe('idle');
  expect(await browser.isMicrophoneOn()).toBe(false);
  expect(await panel.text()).toContain('Conversation ended');

  await later();
  await page.press('Talk');
  await until(() => page.cardState()).toBe('speaking');
  expect(await browser.microphoneQuestion()).toBeNull();
  expect(await browser.allShowing('window.html')).toHaveLength(1);
  expect(await panel.text()).toContain('Closing this window ends the conversation.');
  await page.press('Talk');
  await until(() => page.cardState()).toBe('idle');
});

test('a window closed before its question was answered leaves nothing behind', async ({
  stage: { browser, openCard },
}) => {
  const page = await openCard();
  await page.press('Talk');
  await until(() => browser.microphoneQuestion()).toContain('Voice Cards');
  await (await browser.showing('window.html')).close();
  await until(() => page.note()).toContain('its window was closed');

  await page.press('Talk');
  await browser.answerMicrophone('allow');
  await until(() => page.cardState()).toBe('speaking');
});

test(
  'closed mid-call, the window takes the conversation with it, and the next call works',
  journey('window-closed'),
  async ({ stage: { browser, openCard, later } }) => {
    await browser.setMicrophone('granted');
    const page = await openCard();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    expect(await browser.isMicrophoneOn()).toBe(true);
    await (await browser.showing('window.html')).close();
    await until(() => page.note()).toBe('The conversation ended because its window was closed.');
    expect(await page.cardState()).toBe('error');
    expect(await browser.isMicrophoneOn()).toBe(false);
    const popup = await browser.openPopup(page);
    await until(() => popup.text()).toContain('its window was closed');

    await later();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
  },
);
