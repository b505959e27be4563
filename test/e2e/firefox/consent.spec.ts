import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test.use({ approved: [] });

test(
  'an agent that is new on a site is asked about by name: no, this time, and always',
  journey('consent'),
  async ({ stage: { browser, openCard, later } }) => {
    const page = await openCard();
    await page.press('Talk');
    const panel = await browser.showing('window.html');
    const question = () => panel.textOf('[role=alertdialog]');
    await until(question).toMatch(/^Let 127\.0\.0\.1 start conversations with Echo agent\?/);
    expect(await page.cardState()).toBe('asking');
    expect(await question()).toContain('ElevenLabs');
    await panel.press('No');
    await until(() => page.cardState()).toBe('idle');
    await until(question).toBe('');
    expect(await browser.isMicrophoneOn()).toBe(false);

    for (const answer of ['This time', 'Always on this site']) {
      await later();
      await page.press('Talk');
      await panel.press(answer);
      await until(() => page.cardState()).toBe('speaking');
      await page.press('Talk');
      await until(() => page.cardState()).toBe('idle');
    }

    await later();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    expect(await question()).toBe('');
  },
);
