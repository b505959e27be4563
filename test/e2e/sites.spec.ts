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

test('voice that is switched off goes at once, with the conversation that runs there; a part of a site is switched on by a pattern, and every site but one', async ({
  stage,
}) => {
  const help = await stage.open(card(), { site: 'http://plain.test', path: '/help/me' });
  const shop = await stage.open(card(), { site: 'http://plain.test', path: '/shop' });
  const options = await stage.openOwn('options.html#sites');

  await test.step('voice that is switched off goes at once, with the conversation that runs there', async () => {
    await shop.bringToFront();
    await clickTalk(cardOn(shop));
    await expectLive(cardOn(shop));
    await options.getByRole('button', { name: 'Remove plain.test' }).click();
    await expectUntouched(shop);
    await expectUntouched(help);
    await until(() => stage.host.liveTracks()).toBe(0);
    await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
    await expect(options.getByText('No sites yet.')).toBeVisible();
  });

  await test.step('a part of a site is switched on by a pattern, and what is no pattern is told', async () => {
    await add(options, 'http://plain.test:80/help/*');
    await expect(options.getByRole('alert')).toContainText('Leave out the port');
    await expect(options.getByRole('textbox', { name: 'Add a site' })).toBeFocused();
    await add(options, 'http://plain.test/help/*');
    await expect(listed(options)).toHaveText([/^http:\/\/plain\.test\/help\/\*/]);
    await expectState(cardOn(help), 'idle');
    await expectUntouched(shop);
    await help.reload();
    await expectState(cardOn(help), 'idle');
    await shop.reload();
    await expectUntouched(shop);

    const remove = options.getByRole('button', { name: 'Remove http://plain.test/help/*' });
    await remove.click();
    await expectUntouched(help);
    await options.getByRole('button', { name: 'Undo' }).click();
    await expectState(cardOn(help), 'idle');
    await remove.click();
    await expectUntouched(help);
  });

  await test.step('everywhere is explained before it is switched on', async () => {
    await options.getByRole('button', { name: 'Switch voice on everywhere…' }).click();
    const group = options.getByRole('group', { name: 'Every site' });
    await expect(group).toContainText('on every page you open');
    await expectUntouched(shop);
    await group.getByRole('button', { name: 'Switch on everywhere' }).click();
    await expect(listed(options)).toHaveText([/^Every site/]);
    await expectState(cardOn(shop), 'idle');
  });

  await test.step('a site is left out, and taken in again', async () => {
    const popup = await stage.openOwn('popup.html');
    await shop.bringToFront();
    const voice = popup.getByRole('switch', { name: 'Voice on plain.test' });
    await expect(voice).toBeChecked();
    await voice.click();
    await expectUntouched(shop);
    const again = options.getByRole('button', { name: 'Switch on again on plain.test' });
    await expect(again).toBeVisible();
    // In sight with it: what is said of something that is no pattern.
    await add(options, 'http://plain.test:80/help/*');
    await expect(options.getByRole('alert')).toContainText('Leave out the port');
    await expectAccessible(options);
    await again.click();
    await expectState(cardOn(shop), 'idle');
    await expect(again).toBeHidden();
  });
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
