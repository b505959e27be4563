import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { card } from '../stage.ts';
import { inBothBrowsers } from './both.ts';

const SITE = 'http://plain.test';

inBothBrowsers({ microphone: 'prompt', sites: [], approved: [], asked: true }, (test) => {
  test(
    "the browser's own questions for the backend, the site and the microphone lead into a conversation",
    journey('prompts'),
    async ({ driver }) => {
      const options = await driver.openOwn('options.html');
      await options.fill('Backend URL', driver.backendUrl);
      await driver.allowing(/127\.0\.0\.1/, () => options.press('Save'));
      await until(() => options.text()).toContain('Echo agent');

      const page = await driver.open(card(), { site: SITE });
      await page.run(() => Reflect.set(window, 'notReloaded', true));
      expect(await page.cardState()).toBe(null);
      const mayRead = () =>
        options.run((origin) => chrome.permissions.contains({ origins: [origin] }), `${SITE}/*`);
      expect(await mayRead()).toBe(false);
      await driver.switchVoiceOn(page, SITE);
      await until(mayRead).toBe(true);
      await until(() => page.cardState()).toBe('idle');
      expect(await page.run(() => Reflect.get(window, 'notReloaded'))).toBe(true);

      await driver.givingMicrophone('allow', async () => {
        await page.press('Talk');
        await until(() => page.cardState()).toBe('asking');
        await (await driver.panel()).press('This time');
      });
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      await until(() => driver.held()).toContain('microphone');
    },
  );
});
