import { FIREFOX_ORIGIN } from '../../../scripts/firefox.js';
import { sentence } from '../../support/sentences.ts';
import { startTokenBackend } from '../../support/token-backend.ts';
import { expect, test, until } from './stage.ts';

test('a token is kept only with leave to send what goes with it, and forgotten when that is taken back', async ({
  stage: { browser, set },
}) => {
  const backend = await startTokenBackend({ EXTENSION_ORIGINS: FIREFOX_ORIGIN });
  await set({ backendUrl: backend.url });
  const code = (await backend.token('pair', '--name', 'Ann')).slice(0, 9);
  const options = await browser.openOwn('options.html');
  await options.fill('Pairing code', code);
  await options.press('Pair');
  // What goes to the backend from then on is Firefox's to ask about.
  await browser.answerPermission('refuse');
  await until(() => options.text()).toContain(sentence('options_token_refused'));
  await options.press('Pair');
  expect(await browser.answerPermission('allow')).toMatch(/authentication[^]*browsing/i);
  await until(() => options.text()).toContain(sentence('options_token_kept'));

  await browser.revoke({ data: ['browsingActivity'] });
  await options.press('Look again');
  await until(() => options.text()).not.toContain(sentence('options_token_kept'));
  await options.press('Test connection');
  await until(() => options.text()).toContain(sentence('failure_token_required'));
  await backend.stop();
});
