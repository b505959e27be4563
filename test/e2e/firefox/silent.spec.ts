import { journey } from '../../support/journeys.ts';
import { expect, test } from './stage.ts';

// The loudspeaker does not come back.
test.use({ alone: true });

test(
  'a computer without a loudspeaker is told so, and the call given up',
  journey('no-loudspeaker'),
  async ({ stage: { browser, pulse, openCard } }) => {
    const page = await openCard();
    await pulse.unplugSpeaker();
    await page.press('Talk');
    const silent = "This computer's sound did not start. Check its speakers and try again.";
    await expect.poll(() => page.note(), { timeout: 15_000 }).toBe(silent);
    expect(await page.cardState()).toBe('error');
    expect(await browser.isMicrophoneOn()).toBe(false);
  },
);
