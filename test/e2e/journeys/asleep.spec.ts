import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({}, (test) => {
  test('a click on a card wakes the background', journey('asleep-click'), async ({ driver }) => {
    const page = await driver.openCard();
    await driver.putToSleep();
    await page.press('Talk');
    await until(() => page.cardState()).toMatch(/listening|speaking/);
  });

  test(
    'mid-call, the conversation goes on without the background, shows its state, and is ended on the card',
    journey('asleep-call'),
    async ({ driver }) => {
      const page = await driver.openCard();
      await page.press('Talk');
      await until(() => page.cardState()).toBe('speaking');
      await driver.putToSleep();
      expect(await driver.held()).toContain('microphone');
      await until(() => page.cardState()).toBe('listening');
      await driver.putToSleep();
      await page.press('Talk');
      await until(() => page.cardState()).toBe('idle');
      await until(() => driver.held()).toEqual([]);

      await driver.putToSleep();
      const panel = await driver.panel();
      await until(() => panel.textOf('[role=log]')).toContain('Hello! I am the echo agent.');
      const options = await driver.openOwn('options.html');
      await until(() => options.text()).toContain('1 transcript is kept');
      expect(await options.offers('Remove 127.0.0.1')).toBe(true);
      expect(await options.offers('Revoke echo on 127.0.0.1')).toBe(true);
    },
  );
});

inBothBrowsers({ approved: [] }, (test) => {
  test(
    'a question stays open, and its answer counts, though the background has slept',
    journey('asleep-question'),
    async ({ driver }) => {
      const page = await driver.openCard();
      await page.press('Talk');
      const panel = await driver.panel();
      await until(() => panel.textOf('[role=alertdialog]')).toContain('Echo agent');
      await driver.putToSleep();
      expect(await page.cardState()).toBe('asking');
      await panel.press('Always on this site');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
    },
  );
});
