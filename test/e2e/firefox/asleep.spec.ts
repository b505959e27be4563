import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test(
  'a click on a card wakes the background',
  journey('asleep-click'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard();
    expect(await browser.putToSleep()).toBe('stopped');
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
  },
);

test.describe('where the agent is new', () => {
  test.use({ approved: [] });

  test(
    'a question stays open, and its answer counts, though the background has slept',
    journey('asleep-question'),
    async ({ stage: { browser, openCard } }) => {
      const page = await openCard();
      await page.press('Talk');
      const panel = await browser.showing('window.html');
      await until(() => panel.textOf('[role=alertdialog]')).toContain('Echo agent');
      expect(await browser.putToSleep()).toBe('stopped');
      expect(await page.cardState()).toBe('asking');
      await panel.press('Always on this site');
      await until(() => page.cardState()).toBe('speaking');
    },
  );
});

test(
  'mid-call, the conversation goes on without the background, shows its state, and is ended on the card',
  journey('asleep-call'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    expect(await browser.putToSleep()).toBe('stopped');
    expect(await browser.isMicrophoneOn()).toBe(true);
    await until(() => page.cardState()).toBe('listening');
    expect(await browser.putToSleep()).toBe('stopped');
    await page.press('Talk');
    await until(() => page.cardState()).toBe('idle');
    expect(await browser.isMicrophoneOn()).toBe(false);

    expect(await browser.putToSleep()).toBe('stopped');
    const panel = await browser.showing('window.html');
    expect(await panel.textOf('[role=log]')).toContain('Hello! I am the echo agent.');
    const options = await browser.openOwn('options.html');
    await until(() => options.text()).toContain('1 transcript is kept');
    expect(await options.offers('Remove 127.0.0.1')).toBe(true);
    expect(await options.offers('Revoke echo on 127.0.0.1')).toBe(true);
  },
);
