import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { card } from '../stage.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({ sites: [] }, (test) => {
  test(
    'the popup switches voice on without a reload, tells of the conversation, ends it, and switches voice off',
    journey('popup'),
    async ({ driver }) => {
      await driver.grantSites(['http://127.0.0.1']);
      const page = await driver.open(card());
      await page.run(() => Reflect.set(window, 'notReloaded', true));
      const popup = await driver.openPopup(page);
      const isOn = () => popup.isOn('Voice on 127.0.0.1');
      await until(isOn).toBe(false);
      expect(await page.cardState()).toBe(null);
      await popup.press('Voice on 127.0.0.1');
      await until(() => page.cardState()).toBe('idle');
      await until(isOn).toBe(true);
      await until(() => popup.text()).toContain('Echo agent');

      await page.press('Talk');
      await (await driver.panel()).press('Always on this site');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      await popup.show();
      await until(() => popup.text()).toMatch(
        /Echo agent\s+(Listening|Speaking)[^]*Hello! I am the echo agent/,
      );
      await popup.press('End conversation');
      await until(() => page.cardState()).toBe('idle');
      await until(() => popup.text()).toMatch(/Conversation ended[^]*Hello! I am the echo agent/);
      expect(await driver.held()).toEqual([]);

      await popup.press('Voice on 127.0.0.1');
      await until(() => page.cardState()).toBe(null);
      expect(await isOn()).toBe(false);
      expect(await page.run(() => document.querySelector('[data-voice-state]'))).toBe(null);
      expect(await page.run(() => Reflect.get(window, 'notReloaded'))).toBe(true);
    },
  );
});
