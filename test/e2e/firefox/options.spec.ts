import { startBackend } from '../../../scripts/backend.js';
import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { journey } from '../../support/journeys.ts';
import { sentence } from '../../support/sentences.ts';
import { startTokenBackend } from '../../support/token-backend.ts';
import { expect, test, until } from './stage.ts';

test(
  'another backend is refused where it is not safe, else asked, and kept',
  journey('options-backend'),
  async ({ stage: { browser, openCard } }) => {
    const options = await browser.openOwn('options.html');
    await options.fill('Backend URL', 'http://voice.example');
    await options.press('Save');
    await until(() => options.text()).toContain('Use https.');
    const backend = await startBackend({ EXTENSION_ORIGINS: FIREFOX_ORIGIN });
    await options.fill('Backend URL', `${backend.url}/`);
    await options.press('Save');
    await until(() => options.text()).toMatch(/Connected\s[^]*Echo agent/);
    await options.navigate(await options.address());
    await until(() => options.value('Backend URL')).toBe(backend.url);

    const page = await openCard();
    await page.press('Talk');
    expect(await backend.untilSignedUrl()).toBe(200);
    await until(() => page.cardState()).toBe('speaking');
    await page.press('Talk');
    await until(() => page.cardState()).toBe('idle');
    await backend.stop();
  },
);

test(
  'a code pairs with a backend that wants a token, which from then on talks and counts',
  journey('options-access'),
  async ({ stage: { browser, openCard } }) => {
    const backend = await startTokenBackend({ EXTENSION_ORIGINS: 'moz-extension://*' });
    backend.token('create', '--name', 'Somebody else');
    const options = await browser.openOwn('options.html');
    await options.fill('Backend URL', backend.url);
    await options.press('Save');
    await until(() => options.text()).toContain(sentence('failure_token_required'));
    const page = await openCard();
    await page.press('Talk');
    await until(() => page.cardState()).toBe('error');

    const code = backend.token('pair', '--name', 'Ann').slice(0, 9);
    await options.fill('Pairing code', code);
    await options.press('Pair');
    // What goes to the backend from then on is Firefox's to ask about.
    await browser.answerPermission('refuse');
    await until(() => options.text()).toContain(sentence('options_token_refused'));
    await options.press('Pair');
    expect(await browser.answerPermission('allow')).toMatch(/authentication[^]*browsing/i);
    await until(() => options.text()).toContain(sentence('options_token_kept'));
    await page.press('Talk');
    await until(() => page.cardState()).toBe('speaking');
    await options.press('Look again');
    await until(() => options.text()).toMatch(/Running now\s+1 of 5/);
    await page.press('Talk');
    await until(() => page.cardState()).toBe('idle');

    await browser.revoke({ data: ['browsingActivity'] });
    await options.press('Look again');
    await until(() => options.text()).not.toContain(sentence('options_token_kept'));
    await options.press('Test connection');
    await until(() => options.text()).toContain(sentence('failure_token_required'));
    await backend.stop();
  },
);

test(
  'a site is removed at once from pages that are open, and brought back',
  journey('options-sites'),
  async ({ stage: { browser, openCard } }) => {
    const page = await openCard();
    const options = await browser.openOwn('options.html#sites');
    await options.press('Remove 127.0.0.1');
    await until(() => page.cardState()).toBe(null);
    expect(await options.text()).toContain('Voice is off on 127.0.0.1.');
    expect(await options.offers('Remove 127.0.0.1')).toBe(false);
    await options.press('Undo');
    await until(() => page.cardState()).toBe('idle');
    expect(await options.offers('Remove 127.0.0.1')).toBe(true);
  },
);

test(
  "a site's permission that is taken away in Firefox's own settings is noticed, said, and asked for again",
  journey('permission-revoked'),
  async ({ stage: { browser, openCard } }) => {
    const site = 'http://plain.test';
    const page = await openCard({ site });
    const options = await browser.openOwn('options.html#sites');
    await browser.revoke({ sites: [site] });
    await until(() => page.cardState()).toBe(null);
    await until(() => options.text()).toContain('Voice went off on plain.test');
    expect(await options.offers('Remove plain.test')).toBe(false);
    await options.press('Allow again on plain.test');
    expect(await browser.answerPermission('allow')).toContain('plain.test');
    await until(() => page.cardState()).toBe('idle');
  },
);
