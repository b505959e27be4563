import { expect, test as step } from 'playwright/test';
import { journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

inBothBrowsers({}, (test) => {
  test(
    'the background sleeps before a click, mid-call, afterwards, and while a question waits; all goes on, shows its state, and is ended on the card',
    journey('asleep-click', 'asleep-call', 'asleep-question'),
    async ({ driver }) => {
      const page = await driver.openCard();
      await step.step('a click on a card wakes it', async () => {
        await driver.putToSleep();
        await page.press('Talk');
        await until(() => page.cardState()).toBe('speaking');
      });

      await step.step('mid-call, the conversation goes on without it', async () => {
        await driver.putToSleep();
        expect(await driver.held()).toContain('microphone');
        await until(() => page.cardState()).toBe('listening');
        await driver.putToSleep();
        await page.press('Talk');
        await until(() => page.cardState()).toBe('idle');
        await until(() => driver.held()).toEqual([]);
      });

      const panel = await step.step('what was kept is there after a sleep', async () => {
        await driver.putToSleep();
        const after = await driver.panel();
        await until(() => after.textOf('[role=log]')).toContain('Hello! I am the echo agent.');
        const options = await driver.openOwn('options.html');
        await until(() => options.text()).toContain('1 transcript is kept');
        expect(await options.offers('Remove 127.0.0.1')).toBe(true);
        expect(await options.offers('Revoke echo on 127.0.0.1')).toBe(true);
        await options.close();
        return after;
      });

      await step.step('a question stays open, and its answer counts', async () => {
        await driver.set({ approvals: [] });
        await driver.later();
        await page.press('Talk');
        await until(() => panel.textOf('[role=alertdialog]')).toContain('Echo agent');
        await driver.putToSleep();
        expect(await page.cardState()).toBe('asking');
        await panel.press('Always on this site');
        await until(() => page.cardState()).toMatch(/listening|speaking/);
      });
    },
  );
});
