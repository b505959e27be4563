import { expect, test, until } from './stage.ts';

test('Firefox has nothing to say against the extension, and shows its light while the welcome page listens', async ({
  stage: { browser },
}) => {
  expect(await browser.complaints()).toEqual([]);
  expect(await browser.isMicrophoneOn()).toBe(false);
  await browser.openOwn('welcome.html');
  await until(() => browser.isMicrophoneOn()).toBe(true);
});
