import { startBackend } from '../../../scripts/backend.js';
import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { journey } from '../../support/journeys.ts';
import { freePort } from '../../support/ports.ts';
import { expect, test, until } from './stage.ts';

/** A card without a button of its own. */
const BARE = '<div class="voice-card" data-agent-id="echo"><p>echo</p></div>';

test.describe('where the microphone was not granted', () => {
  test.use({ microphone: 'prompt' });

  test(
    'our own button starts a call, and a blocked microphone is said beside the card, and in the window',
    journey('microphone-denied'),
    async ({ stage: { browser, openCard } }) => {
      const page = await openCard({}, BARE);
      await page.pressOurs('Talk to this agent');
      await browser.answerMicrophone('block');
      const blocked = 'The microphone is blocked for Voice Cards.';
      await until(() => page.note()).toBe(blocked);
      expect(await page.cardState()).toBe('error');
      const panel = await browser.showing('window.html');
      expect(await panel.text()).toContain(blocked);

      const welcome = await browser.showing('welcome.html');
      await until(() => welcome.text()).toContain('How to allow it');
      expect(await panel.offers('Set up the microphone')).toBe(true);
      await page.pressOurs('Set up the microphone');
      await until(() => welcome.run(() => document.visibilityState)).toBe('visible');
      await browser.setMicrophone('granted');
      await page.pressOurs('Talk to this agent');
      await until(() => page.cardState()).toBe('speaking');
    },
  );
});

test(
  'a backend that is down is said, with the way to its address, and the next click finds it up again',
  journey('backend-down'),
  async ({ stage: { browser, openCard, set } }) => {
    const port = await freePort();
    await set({ backendUrl: `http://127.0.0.1:${port}` });
    const page = await openCard();
    await page.press('Talk');
    const unreachable = 'The voice backend cannot be reached. Is it running?';
    await until(() => page.note()).toBe(unreachable);
    expect(await page.cardState()).toBe('error');
    expect(await browser.isMicrophoneOn()).toBe(false);
    await page.pressOurs('Open options');
    const options = await browser.showing('options.html');
    await options.press('Test connection');
    await until(() => options.text()).toContain(unreachable);

    const settings = { PORT: String(port), EXTENSION_ORIGINS: FIREFOX_ORIGIN };
    const backend = await startBackend(settings);
    await options.press('Test connection');
    await until(() => options.text()).toContain('Echo agent');
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    await backend.stop();
  },
);
