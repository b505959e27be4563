import { card } from '../stage.ts';
import { expect, test } from './stage.ts';

test.use({ asNew: true });

test("Firefox's own questions for the site and the microphone are answered, and the card talks", async ({
  stage: { browser, backendUrl, open },
}) => {
  const options = await browser.openOwn('options.html');
  await options.write('input[inputmode=url]', backendUrl);
  await options.press('Save');
  expect(await browser.allowSite()).toContain('127.0.0.1');
  await expect.poll(() => options.text()).toContain('Echo agent');

  const page = await open(card());
  expect(await page.cardState()).toBe(null);
  const tabId = await options.run(async () => {
    const tabs = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
    return tabs[0]?.id;
  });
  const popup = await browser.openOwn(`popup.html?tab=${tabId}`);
  await expect.poll(() => popup.text()).toContain('Voice on 127.0.0.1');
  await popup.press('Voice on 127.0.0.1');
  await expect.poll(() => page.cardState()).toBe('idle');

  await page.press('Talk');
  await (await browser.showing('window.html')).press('This time');
  await browser.answerMicrophone('allow');
  await expect.poll(() => page.cardState()).toMatch(/listening|speaking/);
  expect(await browser.isMicrophoneOn()).toBe(true);
});
