import { standIn, takesCall } from '../../support/stand-in.ts';
import { expect, test, until } from './stage.ts';

test.use({ prefetches: true });

test('who comes to a button by keyboard has its address before the click, and no window', async ({
  stage: { browser, openCard, set },
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await set({ backendUrl: backend.url });
  const page = await openCard();
  await page.keys('Tab');
  await until(() => backend.asked).toHaveLength(1);
  expect(await browser.allText()).not.toContain('window.html');
  expect(await browser.isMicrophoneOn()).toBe(false);
  await page.press('Talk');
  await until(() => page.cardState()).toMatch(/listening|speaking/);
  expect(backend.asked).toHaveLength(1);
  backend.close();
});
