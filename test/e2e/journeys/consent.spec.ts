import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({ approved: [] }, (test) => {
  test(
    'an agent that is new on a site is asked about by name: no, this time, and always',
    journey('consent'),
    async ({ driver }) => {
      const page = await driver.openCard();
      await page.press('Talk');
      await until(() => page.cardState()).toBe('asking');
      const panel = await driver.panel();
      const question = () => panel.textOf('[role=alertdialog]');
      await until(question).toMatch(/^Let 127\.0\.0\.1 start conversations with Echo agent\?/);
      expect(await page.cardState()).toBe('asking');
      expect(await question()).toContain('ElevenLabs');
      await panel.press('No');
      await until(() => page.cardState()).toBe('idle');
      await until(question).toBe('');
      expect(await driver.held()).toEqual([]);

      for (const answer of ['This time', 'Always on this site']) {
        await driver.later();
        await page.press('Talk');
        await panel.press(answer);
        await until(() => page.cardState()).toMatch(/listening|speaking/);
        await page.press('Talk');
        await until(() => page.cardState()).toBe('idle');
      }

      await driver.later();
      await page.press('Talk');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      expect(await question()).toBe('');
    },
  );
});
