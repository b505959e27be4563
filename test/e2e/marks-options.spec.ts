import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import type { Mark } from '../../core/mark.ts';
import { writePack } from '../../core/mark-pack.ts';
import { expectAccessible } from '../support/axe.ts';
import { aMark } from '../support/marks.ts';
import { pickerOn } from '../support/picking.ts';
import { storeMarks, storedMarks } from '../support/stored-marks.ts';
import { type Stage, expect, test } from './stage.ts';
import { until } from '../support/until.ts';

const OTHER = aMark({
  id: 'other',
  label: 'Elsewhere',
  agentId: 'agent_1',
  scope: { kind: 'page', site: 'https://shop.example', path: '/plans' },
});

function marksIn(options: Page): Locator {
  const list = options.getByRole('list', { name: 'Marked cards', exact: true });
  return list.getByRole('listitem');
}

/** The mark of this id, as it is stored. */
async function stored(stage: Stage, id: string): Promise<Mark | undefined> {
  return (await storedMarks(stage.browser)).find((mark) => mark.id === id);
}

test('a pack is exported, and imported after its difference was shown; a mark can be changed, moved, switched off, deleted, brought back and placed again', async ({
  stage,
}) => {
  await storeMarks(stage.browser, [aMark(), { ...OTHER, isOn: false }]);
  const options = await stage.openOwn('options.html#marks');
  await test.step('a pack is given away as a file; one that comes is shown as a difference, and asks first', () =>
    expectPacks(stage, options));

  await storeMarks(stage.browser, [aMark(), OTHER]);
  await test.step('a mark is renamed, given to another agent, moved, switched off, deleted, brought back, and placed again', () =>
    expectChanges(stage, options));
});

/** Expects packs to go out and to come in. */
async function expectPacks(stage: Stage, options: Page): Promise<void> {
  await options.getByRole('textbox', { name: 'Name of the pack' }).fill('My shop');
  await options.getByRole('combobox', { name: 'Which cards' }).selectOption('127.0.0.1');
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save the pack' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('my-shop.json');
  const written = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(written).toMatchObject({ kind: 'voice-cards/mark-pack', name: 'My shop' });
  expect(written.marks.map(({ id }: Mark) => id)).toEqual(['mark']);

  const coming = writePack({
    id: 'theirs',
    name: 'Their cards',
    marks: [
      aMark({ label: 'Called <b>otherwise</b>', agentId: 'agent_1' }),
      aMark({ id: 'new', label: 'A new one', scope: { ...OTHER.scope } }),
    ],
  });
  const text = options.getByRole('textbox', { name: 'Or its text' });
  await text.fill(coming.slice(0, -20));
  await options.getByRole('button', { name: 'Show what it would change' }).click();
  await expect(options.getByText('This is no pack. A part may be missing.')).toBeVisible();
  await options.getByLabel('A file with a pack').setInputFiles({
    name: 'theirs.json',
    mimeType: 'application/json',
    buffer: Buffer.from(coming),
  });
  const shown = options.getByRole('group', { name: 'What “Their cards” would change' });
  await expect(shown.getByRole('list', { name: '1 card would come:' })).toHaveText(
    /^A new one.*Echo agent, on shop\.example\/plans$/s,
  );
  await expect(shown.getByRole('list', { name: '1 card would change:' })).toHaveText(
    /Shop assistant.*agent_1 instead of Echo agent.*called Called <b>otherwise<\/b>/s,
  );
  await expect(shown.getByText('What “Their cards” would change')).toBeFocused();
  // In sight with it: a mark that is being changed, and one that is off.
  await marksIn(options).first().getByText('Change').click();
  await expect(marksIn(options).first().getByRole('textbox', { name: 'Label' })).toBeVisible();
  await expectAccessible(options);
  await marksIn(options).first().getByText('Change').click();
  await shown.getByRole('button', { name: 'Cancel' }).click();
  await expect(shown).toBeHidden();
  expect((await storedMarks(stage.browser)).map(({ label }) => label)).toEqual([
    'Shop assistant',
    'Elsewhere',
  ]);

  await options.getByRole('button', { name: 'Show what it would change' }).click();
  await shown.getByRole('button', { name: 'Take it over' }).click();
  await expect(options.getByText('The pack was taken over.')).toBeVisible();
  await expect(marksIn(options)).toHaveCount(3);
  expect((await storedMarks(stage.browser)).map(({ label }) => label)).toEqual([
    'Called <b>otherwise</b>',
    'Elsewhere',
    'A new one',
  ]);
  await expect(options.getByRole('button', { name: 'Remove shop.example' })).toBeHidden();
}

/** Expects a mark to be changed in every way. */
async function expectChanges(stage: Stage, options: Page): Promise<void> {
  await expect(marksIn(options)).toHaveText([
    /^Shop assistant.*Echo agent, on All of 127\.0\.0\.1/s,
    /^Elsewhere.*agent_1, on shop\.example\/plans.*Voice is off on shop\.example/s,
  ]);
  const mark = marksIn(options).first();
  await mark.getByText('Change').click();
  await mark.getByRole('textbox', { name: 'Label' }).fill('Ask the shop');
  await mark.getByRole('textbox', { name: 'Label' }).press('Enter');
  await mark.getByRole('combobox', { name: 'Corner' }).selectOption('Bottom left');
  await mark.getByRole('switch', { name: 'Ask the shop' }).click();
  await expect(mark.getByRole('switch', { name: 'Ask the shop' })).not.toBeChecked();
  const changed = { label: 'Ask the shop', corner: 'bottom-start', isOn: false };
  await until(() => stored(stage, 'mark')).toMatchObject(changed);

  await mark.getByRole('button', { name: 'Delete Ask the shop' }).click();
  await expect(marksIn(options)).toHaveCount(1);
  await expect(options.getByText('Ask the shop was deleted.')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Undo' })).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(marksIn(options).first()).toContainText('Ask the shop');

  await mark.getByText('Change').click();
  await mark.getByRole('button', { name: 'Choose its place again…' }).click();
  await expect(mark.getByText('No page is open on which this card holds.')).toBeVisible();
  const page = await stage.open('<h1>The new place</h1><button>Buy now</button>');
  await page.getByRole('button').focus();
  await options.bringToFront();
  await mark.getByRole('button', { name: 'Choose its place again…' }).click();
  const picker = await pickerOn(page);
  await page.keyboard.press('Enter');
  const form = picker.getByRole('dialog', { name: 'Find “Ask the shop” here' });
  await expect(form.getByRole('textbox', { name: 'Label' })).toHaveValue('Ask the shop');
  await expect(form.getByRole('radio', { name: 'All of 127.0.0.1' })).toBeChecked();
  await form.getByRole('button', { name: 'Save' }).click();
  await until(() => stored(stage, 'mark')).toMatchObject({
    ...changed,
    isOn: true,
    anchor: { fingerprint: { name: 'buy now' } },
  });
}
