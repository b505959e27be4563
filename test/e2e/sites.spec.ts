import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

/** Adds a place in the options, as a person types it. */
async function add(options: Page, typed: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Add a site' }).fill(typed);
  await options.keyboard.press('Enter');
}

function listed(options: Page) {
  return options.getByRole('list', { name: 'Sites', exact: true }).getByRole('listitem');
}

/** Expects that nobody of ours is on a page, or was. */
async function expectUntouched(page: Page): Promise<void> {
  await expect(cardOn(page)).not.toHaveAttribute('data-voice-state', /./);
}

test.describe('where voice is off', () => {
  test.use({ sites: [] });

  test('a part of a site is switched on by a pattern, and what is no pattern is told', async ({
    stage,
  }) => {
    const help = await stage.open(card(), { site: 'http://plain.test', path: '/help/me' });
    const shop = await stage.open(card(), { site: 'http://plain.test', path: '/shop' });
    const options = await stage.openOwn('options.html#sites');
    await add(options, 'http://plain.test:80/help/*');
    await expect(options.getByRole('alert')).toContainText('Leave out the port');
    await expect(options.getByRole('textbox', { name: 'Add a site' })).toBeFocused();
    await expectAccessible(options);
    await add(options, 'http://plain.test/help/*');
    await expect(listed(options)).toHaveText([/^http:\/\/plain\.test\/help\/\*/]);
    await expectState(cardOn(help), 'idle');
    await expectUntouched(shop);
    await help.reload();
    await expectState(cardOn(help), 'idle');
    await shop.reload();
    await expectUntouched(shop);

    await options.getByRole('button', { name: 'Remove http://plain.test/help/*' }).click();
    await expectUntouched(help);
    await options.getByRole('button', { name: 'Undo' }).click();
    await expectState(cardOn(help), 'idle');
  });

  test('everywhere is explained before it is switched on; a site is left out, and taken in again', async ({
    stage,
  }) => {
    const page = await stage.open(card(), { site: 'http://other.test' });
    const options = await stage.openOwn('options.html#sites');
    await options.getByRole('button', { name: 'Switch voice on everywhere…' }).click();
    const group = options.getByRole('group', { name: 'Every site' });
    await expect(group).toContainText('on every page you open');
    await expectUntouched(page);
    await group.getByRole('button', { name: 'Switch on everywhere' }).click();
    await expect(listed(options)).toHaveText([/^Every site/]);
    await expectState(cardOn(page), 'idle');

    const popup = await stage.openOwn('popup.html');
    await page.bringToFront();
    const voice = popup.getByRole('switch', { name: 'Voice on other.test' });
    await expect(voice).toBeChecked();
    await voice.click();
    await expectUntouched(page);
    const again = options.getByRole('button', { name: 'Switch on again on other.test' });
    await expectAccessible(options);
    await again.click();
    await expectState(cardOn(page), 'idle');
    await expect(again).toBeHidden();
  });
});

test('voice that is switched off goes at once, with the conversation that runs there', async ({
  stage,
}) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const options = await stage.openOwn('options.html#sites');
  await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
  await expectUntouched(page);
  await until(() => stage.host.liveTracks()).toBe(0);
});

test('settings leave as a file and come back, once the person has seen what they change', async ({
  stage,
}) => {
  const options = await stage.openOwn('options.html#privacy');
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export settings' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const file = JSON.parse(text);
  expect(file.settings.sites).toEqual(['http://127.0.0.1', 'http://plain.test']);

  const choose = (content: string) =>
    options.getByLabel('Import settings…').setInputFiles({
      name: 'settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  await choose('{}');
  await expect(options.getByRole('alert')).toContainText('not a file of settings of Voice Cards');
  const changed = { backendUrl: 'http://localhost:9', sites: ['http://127.0.0.1'], volume: 0.5 };
  await choose(JSON.stringify({ ...file, settings: { ...file.settings, ...changed } }));
  const difference = options.getByRole('group', { name: 'What this file changes' });
  await expect(difference).toContainText('Volume');
  await expect(difference).not.toContainText('Backend URL');
  await difference.getByRole('switch', { name: 'Use its backend, http://localhost:9' }).click();
  await expect(difference).toContainText('Backend URL');
  await expect(difference).toContainText('Conversations allowed without asking');
  await expectAccessible(options);
  await difference.getByRole('button', { name: 'Apply these changes' }).click();
  await expect(options.getByText('The settings were imported.')).toBeVisible();
  await expect(options.getByRole('textbox', { name: 'Backend URL' })).toHaveValue(
    'http://localhost:9',
  );
  await expect(listed(options)).toHaveText([/^127\.0\.0\.1/]);
  await expect(options.getByText('None yet. The first time an agent')).toBeVisible();
});
