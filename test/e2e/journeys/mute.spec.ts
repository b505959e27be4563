import { expect } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({ spoken: true }, (test) => {
  test(
    'what is said while muted reaches nobody, and what is said afterwards does',
    journey('mute'),
    async ({ driver }) => {
      const page = await driver.openCard();
      await page.press('Talk');
      await until(() => page.cardState()).toBe('speaking');
      const panel = await driver.panel();
      const status = () => panel.textOf('[role=status]');
      await driver.speakWhileMuted(async () => {
        await page.pressOurs('Mute microphone');
        await until(status).toContain('Microphone muted');
      });
      await page.pressOurs('Unmute microphone');
      await until(status).not.toContain('Microphone muted');
      await driver.expectSentenceBack(page);
      // What was said while muted is twice as long; a busy computer may cut up what was said afterwards.
      const said = (await panel.textOf('[role=log]')).match(/\(.* s of speech\)/g) ?? [];
      expect(said).not.toEqual([]);
      for (const words of said) expect(words).toMatch(/^\([01]\.\d s/);
    },
  );
});
