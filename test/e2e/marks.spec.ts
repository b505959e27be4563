import type { Mark } from '../../core/mark.ts';
import { ClosedRoots } from '../support/closed-roots.ts';
import { aMark } from '../support/marks.ts';
import { anchorOf, storeMarks } from '../support/stored-marks.ts';
import { type Stage, expect, test } from './stage.ts';
import { until } from '../support/until.ts';

/** A thing for sale. */
function tea(name: string, about: string): string {
  return `<article class="item" style="height:140px;width:400px;border:1px solid"><h2>${name}</h2><p>${about}</p><button>Buy</button></article>`;
}

const SHOP = `<h1>Shop</h1><main>
  ${tea('Green tea', 'Steamed leaves from Uji, 100 g')}
  ${tea('Black tea', 'Strong leaves from Assam, 250 g')}
  ${tea('Mint', 'A herb from the garden, 40 g')}
</main>`;
const BUTTON = 'Talk to Tea master';

test('a mark works at once and after a reload, and what is changed of it applies at once', async ({
  stage,
}) => {
  const page = await stage.open(SHOP);
  const roots = await ClosedRoots.of(page);
  const target = page.getByRole('article').filter({ hasText: 'Black tea' });
  const mark = aMark({
    label: 'Tea master',
    anchor: await anchorOf(page, await target.elementHandle()),
  });
  await storeMarks(stage.browser, [mark]);
  await roots.expectButton(BUTTON);
  const card = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const corner = async () => {
    const { left, top } = await roots.box(BUTTON);
    return [left > card.x + card.width / 2 ? 'end' : 'start', top > card.y + card.height / 2];
  };
  expect(await corner()).toEqual(['end', false]);
  await change(stage, mark, { corner: 'bottom-start' });
  await until(corner).toEqual(['start', true]);

  await page.reload();
  await roots.expectButton(BUTTON);
  await change(stage, mark, { label: 'Leaf expert' });
  await roots.expectButton('Talk to Leaf expert');
  await change(stage, mark, { isOn: false });
  await roots.expectNoButton('Talk to Leaf expert');
  await change(stage, mark, {});
  await roots.expectButton(BUTTON);
  await storeMarks(stage.browser, []);
  await roots.expectNoButton(BUTTON);
});

async function change({ browser }: Stage, mark: Mark, now: Partial<Mark>): Promise<void> {
  await storeMarks(browser, [{ ...mark, ...now }]);
}
