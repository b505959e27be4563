import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test(
  'a second tab is told that a conversation runs, and takes over in the same window',
  journey('second-tab'),
  async ({ stage: { browser, openCard } }) => {
    const first = await openCard();
    await first.press('Talk');
    await until(() => first.cardState()).toMatch(/listening|speaking/);

    const second = await openCard({ site: 'http://plain.test' });
    await second.press('Talk');
    await until(() => second.note()).toBe('Another conversation is running.');
    expect(await first.cardState()).toMatch(/listening|speaking/);

    await second.pressOurs('Talk here instead');
    await until(() => second.cardState()).toMatch(/listening|speaking/);
    await until(() => first.cardState()).toBe('idle');
    const panel = await browser.showing('window.html');
    expect(await panel.text()).toContain('on plain.test');
    await second.press('Talk');
    await until(() => second.cardState()).toBe('idle');
    expect(await browser.isMicrophoneOn()).toBe(false);
  },
);
