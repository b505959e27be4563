import type { Page } from 'playwright/test';
import type { Mark } from '../../core/mark.ts';
import { expectAccessible } from '../support/axe.ts';
import { ClosedRoots } from '../support/closed-roots.ts';
import { aMark } from '../support/marks.ts';
import { anchorOf, storeMarks, storedMarks } from '../support/stored-marks.ts';
import { type Stage, expect, test } from './stage.ts';

const SHOP = `<main><h1>Teas</h1>
  <article style="height:120px"><h2>Green tea</h2><p>Steamed leaves, 100 g</p></article>
  <article style="height:120px"><h2>Black tea</h2><p>Strong leaves, 250 g</p></article></main>`;

/** A shop in which the green tea is a card, and the mark that made it one. */
async function shopWithMark(stage: Stage): Promise<{ page: Page; roots: ClosedRoots; mark: Mark }> {
  const page = await stage.open(SHOP);
  const anchor = await anchorOf(page, await page.$('article'));
  const mark = aMark({ label: 'Tea master', anchor });
  await storeMarks(stage.browser, [mark]);
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to Tea master');
  return { page, roots, mark };
}

test('a marked card is renamed, moved, switched off, deleted and had back, in the options', async ({
  stage,
}) => {
  const { page, roots } = await shopWithMark(stage);
  const options = await stage.openOwn('options.html#marks');
  const list = options.getByRole('list', { name: 'Marked cards' });
  await list.getByLabel('Change Tea master').click();
  const label = list.getByRole('textbox', { name: 'Label' });
  await label.fill('Leaf expert');
  await label.press('Enter');
  await expect(list.getByRole('switch', { name: 'Leaf expert' })).toBeChecked();
  await list.getByRole('combobox', { name: 'Corner' }).selectOption('Bottom left');
  await expectAccessible(options);
  await roots.expectButton('Talk to Leaf expert');

  await list.getByRole('switch', { name: 'Leaf expert' }).click();
  await roots.expectNoButton('Talk to Leaf expert');
  await list.getByRole('switch', { name: 'Leaf expert' }).click();
  await list.getByRole('button', { name: 'Delete Leaf expert' }).click();
  await roots.expectNoButton('Talk to Leaf expert');
  await expect(options.getByText('None yet.')).toBeVisible();
  const undo = options.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await page.bringToFront();
  await roots.expectButton('Talk to Leaf expert');
  expect(await storedMarks(stage.browser)).toMatchObject([{ corner: 'bottom-start', isOn: true }]);
});

test('a card whose element is gone is told in the popup, which offers the likely places', async ({
  stage,
}) => {
  const { page, roots } = await shopWithMark(stage);
  await page.evaluate(() => {
    const [green] = document.querySelectorAll('article');
    if (green) green.innerHTML = '<h2>Green tee</h2><p>Shirts of cotton</p>';
  });
  await roots.expectNoButton('Talk to Tea master');
  const popup = await stage.openOwn(`popup.html?tab=${await tabOf(stage, page)}`);
  const lost = popup.getByRole('list', { name: 'Marks that need a look' });
  await expect(lost).toContainText('Card moved — find it again');
  await expectAccessible(popup);
  await lost.getByRole('button', { name: /^Tea master is here: Green tee/ }).click();
  await expect(popup.getByText('“Tea master” has its place again.')).toBeVisible();
  await roots.expectButton('Talk to Tea master');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await roots.expectNoButton('Talk to Tea master');
});

async function tabOf({ browser }: Stage, page: Page): Promise<number | undefined> {
  const worker = await browser.worker();
  return worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, page.url());
}
