import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

const WRITTEN =
  '<div class="voice-card" data-agent-id="echo" data-text-only><button class="voice-mic-btn">Talk</button></div>';

inBothBrowsers({ microphone: 'prompt' }, (test) => {
  test(
    'a card in writing asks for no microphone, and one goes on by voice with what was written',
    journey('text'),
    async ({ driver }) => {
      const page = await driver.openCard({}, WRITTEN);
      await page.press('Talk');
      const panel = await driver.panel();
      const status = () => panel.textOf('[role=status]');
      await until(status).toContain('Your turn');
      await panel.fill('Message', 'I begin in writing.');
      await panel.keys('Enter');
      const log = () => panel.textOf('[role=log]');
      await until(log).toMatch(/You\s.*\s+I begin in writing\.[^]*Echo agent\s.*\s+I begin in wr/);
      expect(await log()).toMatch(/Echo agent\s*\d\d:\d\d[^]*Hello![^]*You\s*\d\d:\d\d/);
      expect(await driver.isAskingForMicrophone()).toBe(false);
      expect((await driver.held()).filter((thing) => thing !== 'line')).toEqual([]);

      await driver.givingMicrophone('allow', () => panel.press('Continue by voice'));
      await until(log).toContain('The conversation goes on by voice.');
      await until(status).toMatch(/Speaking|Listening/);
      await until(() => driver.held()).toContain('microphone');
      // Once by the person, and once by the agent.
      expect((await log()).match(/I begin in writing\./g)).toHaveLength(2);
      await panel.fill('Message', '/recall');
      await panel.keys('Enter');
      await until(log).toMatch(/conversation began in writing[^]*User: I begin in writing\./);
      await panel.press('End conversation');
      await until(() => page.cardState()).toBe('idle');
      await until(() => driver.held()).toEqual([]);
    },
  );
});
