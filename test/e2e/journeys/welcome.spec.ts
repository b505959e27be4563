import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({ microphone: 'prompt', sites: [], fresh: true }, (test) => {
  test(
    'an installation leads to the welcome page, and its steps to a call that works',
    journey('installation', 'welcome'),
    async ({ driver }) => {
      const welcome = await driver.showing('welcome.html');
      await until(() => welcome.text()).toContain('1 of 4 steps done');
      expect(await welcome.text()).toMatch(
        /Voice backend[^]*Connected to 127\.0\.0\.1:\d+, 1 agent/,
      );
      await driver.givingMicrophone('allow', () => welcome.press('Allow microphone'));
      await until(() => welcome.text()).toContain('2 of 4 steps done');
      expect(await welcome.text()).toContain('Call Echo agent');

      await welcome.press('Make a test call');
      await until(() => welcome.text()).toContain('The call went through.');
      expect(await welcome.text()).toMatch(/Speaking|Listening/);
      await driver.expectAccessible(welcome);
      await welcome.press('End test call');
      await until(() => welcome.offers('Make a test call')).toBe(true);
      await driver.set({ sites: ['http://127.0.0.1'] });
      await until(() => welcome.text()).toContain("You're ready");
      await welcome.reload();
      await until(() => welcome.text()).toContain("You're ready");
      await welcome.close();
      await until(() => driver.held()).toEqual([]);
    },
  );
});
