import { expect } from 'playwright/test';
import { startBackend } from '../../../scripts/backend.js';
import { journey } from '../../support/journeys.ts';
import { sentence } from '../../support/sentences.ts';
import { startTokenBackend } from '../../support/token-backend.ts';
import { until } from '../../support/until.ts';
import { card } from '../stage.ts';
import { inBothBrowsers } from './both.ts';

/** Runs in a page of the extension. */
async function storedBackend(): Promise<string | undefined> {
  const { settings } = await chrome.storage.local.get<{ settings: { backendUrl?: string } }>(
    'settings',
  );
  return settings.backendUrl;
}

inBothBrowsers({}, (test) => {
  test(
    'another backend is refused where it is not safe, else asked, and kept',
    journey('options-backend'),
    async ({ driver }) => {
      const options = await driver.openOwn('options.html');
      await options.fill('Backend URL', 'http://voice.example');
      await options.keys('Enter');
      await until(() => options.textOf('[role=alert]')).toContain('Use https.');
      expect(await options.value('Backend URL')).toBe('http://voice.example');
      expect(await options.isInvalid('Backend URL')).toBe(true);
      expect(await options.run(storedBackend)).toBe(driver.backendUrl);

      const backend = await startBackend(driver.admission);
      await options.fill('Backend URL', `${backend.url}/`);
      await options.press('Save');
      await until(() => options.text()).toMatch(/Connected\s[^]*Echo agent/);
      expect(await options.run(storedBackend)).toBe(backend.url);
      await options.reload();
      await until(() => options.value('Backend URL')).toBe(backend.url);

      const page = await driver.openCard();
      await page.press('Talk');
      expect(await backend.untilSignedUrl()).toBe(200);
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      await page.press('Talk');
      await until(() => page.cardState()).toBe('idle');
      await backend.stop();
    },
  );

  test(
    'a code pairs with a backend that wants a token, which from then on talks, counts, and says what is used up',
    journey('options-access'),
    async ({ driver }) => {
      const backend = await startTokenBackend(driver.admission);
      await backend.token('create', '--name', 'Somebody else');
      await driver.set({ backendUrl: backend.url });
      const page = await driver.openCard();
      await page.press('Talk');
      await until(() => page.note()).toBe(sentence('failure_token_required'));
      expect(await page.cardState()).toBe('error');

      const options = await driver.openOwn('options.html');
      await options.press('Test connection');
      await until(() => options.text()).toContain(sentence('failure_token_required'));
      await driver.allowing(/authentication[^]*browsing/i, async () => {
        await options.fill('Pairing code', '2222-2222');
        await options.press('Pair');
      });
      await until(() => options.text()).toContain('This code is not valid, or no longer.');
      const code = (await backend.token('pair', '--name', 'Ann', '--per-day', '1')).slice(0, 9);
      await options.fill('Pairing code', code);
      await options.press('Pair');
      await until(() => options.text()).toContain(sentence('options_token_kept'));
      await until(() => options.text()).toMatch(/Conversations today\s+0 of 1/);
      await driver.expectAccessible(options);

      await driver.later();
      await page.press('Talk');
      await until(() => page.cardState()).toMatch(/listening|speaking/);
      const running = async () => {
        await options.press('Look again');
        return options.text();
      };
      await until(running).toMatch(/Running now\s+1 of 5/);
      await page.press('Talk');
      await until(() => page.cardState()).toBe('idle');
      // The conversation is over, and has told the backend so.
      await until(running).toMatch(/Running now\s+0 of 5/);
      await driver.later();
      await page.press('Talk');
      await until(() => page.note()).toBe(sentence('failure_limit_per_day'));
      expect(await page.cardState()).toBe('error');
      await backend.stop();
    },
  );

  test(
    'a site is removed at once from pages that are open, and brought back',
    journey('options-sites'),
    async ({ driver }) => {
      const bare = '<div class="voice-card" data-agent-id="echo">Bare</div>';
      const page = await driver.openCard({}, card() + bare);
      await until(() => page.offersOurs('Talk to this agent')).toBe(true);
      const options = await driver.openOwn('options.html#sites');
      await options.press('Remove 127.0.0.1');
      await until(() => page.cardState(0)).toBe(null);
      await until(() => page.cardState(1)).toBe(null);
      await until(() => page.offersOurs('Talk to this agent')).toBe(false);
      expect(await options.text()).toContain('Voice is off on 127.0.0.1.');
      expect(await options.offers('Remove 127.0.0.1')).toBe(false);
      await options.press('Undo');
      await until(() => page.cardState()).toBe('idle');
      expect(await options.offers('Remove 127.0.0.1')).toBe(true);
    },
  );

  test(
    "a site's permission that is taken away in the browser's own settings is noticed, said, and asked for again",
    journey('permission-revoked'),
    async ({ driver }) => {
      const site = 'http://plain.test';
      const page = await driver.openCard({ site });
      const options = await driver.openOwn('options.html#sites');
      await driver.revokeSite(site);
      await until(() => page.cardState()).toBe(null);
      await until(() => options.textOf('[role=alert]')).toContain('Voice went off on plain.test');
      expect(await options.offers('Remove plain.test')).toBe(false);
      await driver.expectAccessible(options);
      await driver.allowing(/plain\.test/, () => options.press('Allow again on plain.test'));
      await until(() => page.cardState()).toBe('idle');
    },
  );
});
