import { expect } from 'playwright/test';
import { startBackend } from '../../../scripts/backend.js';
import { journey } from '../../support/journeys.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../../support/until.ts';
import { inBothBrowsers } from './both.ts';

/** A card without a button of its own. */
const BARE = '<div class="voice-card" data-agent-id="echo"><p>echo</p></div>';

inBothBrowsers({ microphone: 'prompt' }, (test) => {
  test(
    'a blocked microphone is said beside the card and in the panel, with the way to allow it, and then it talks',
    journey('microphone-denied'),
    async ({ driver }) => {
      const page = await driver.openCard({}, BARE);
      await driver.givingMicrophone('block', () => page.pressOurs('Talk to this agent'));
      const blocked = 'The microphone is blocked for Voice Cards.';
      await until(() => page.note()).toBe(blocked);
      expect(await page.cardState()).toBe('error');
      expect(await driver.held()).toEqual([]);
      const panel = await driver.panel();
      await until(() => panel.text()).toContain(blocked);
      expect(await panel.offers('Set up the microphone')).toBe(true);

      await page.pressOurs('Set up the microphone');
      const welcome = await driver.showing('welcome.html');
      await until(() => welcome.text()).toContain('How to allow it');
      await until(() => welcome.run(() => document.visibilityState)).toBe('visible');
      await driver.setMicrophone('granted');
      await page.pressOurs('Talk to this agent');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
    },
  );
});

inBothBrowsers({}, (test) => {
  test(
    'a backend that is down is said, with the way to its address, and the next click finds it up again',
    journey('backend-down'),
    async ({ driver }) => {
      const port = await freePort();
      await driver.set({ backendUrl: `http://127.0.0.1:${port}` });
      const page = await driver.openCard();
      await page.press('Talk');
      const unreachable = 'The voice backend cannot be reached. Is it running?';
      await until(() => page.note()).toBe(unreachable);
      expect(await page.cardState()).toBe('error');
      await until(() => driver.held()).toEqual([]);
      await page.pressOurs('Open options');
      const options = await driver.showing('options.html');
      await options.press('Test connection');
      await until(() => options.text()).toContain(unreachable);

      const backend = await startBackend({ ...driver.admission, PORT: String(port) });
      await options.press('Test connection');
      await until(() => options.text()).toContain('Echo agent');
      await page.press('Talk');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      await backend.stop();
    },
  );
});
