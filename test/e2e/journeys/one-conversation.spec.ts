import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({}, (test) => {
  test(
    'a second tab is told that a conversation runs, and takes over',
    journey('second-tab'),
    async ({ driver }) => {
      const first = await driver.openCard();
      await first.press('Talk');
      await until(() => first.cardState()).toMatch(/listening|speaking/);

      const second = await driver.openCard({ site: 'http://plain.test' });
      await second.press('Talk');
      await until(() => second.note()).toBe('Another conversation is running.');
      expect(await first.cardState()).toMatch(/listening|speaking/);

      await second.pressOurs('Talk here instead');
      await until(() => second.cardState()).toMatch(/listening|speaking/);
      await until(() => first.cardState()).toBe('idle');
      const held = await driver.held();
      expect(held).toContain('microphone');
      expect(held, 'each of it once').toEqual([...new Set(held)]);
      const panel = await driver.panel();
      await until(() => panel.text()).toContain('on plain.test');
      await second.press('Talk');
      await until(() => second.cardState()).toBe('idle');
      await until(() => driver.held()).toEqual([]);
    },
  );
});
