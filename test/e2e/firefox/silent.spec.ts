import { journey } from '../../support/journeys.ts';
import { expect, test, until } from './stage.ts';

test(
  'a computer without a loudspeaker is told so, and the call given up',
  journey('no-loudspeaker'),
  async ({ stage: { browser, pulse, openCard } }) => {
    const page = await openCard();
    await pulse.unplugSpeaker();
    await page.press('Talk');
    const silent = "This computer's sound did not start. Check its speakers and try again.";
    await until(() => page.note()).toBe(silent);
    expect(await page.cardState()).toBe('error');
    expect(await browser.isMicrophoneOn()).toBe(false);
    await pulse.plugInSpeaker();
  },
);
