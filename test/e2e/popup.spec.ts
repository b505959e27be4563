import type { Page } from 'playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { extent } from '../support/extent.ts';
import { type Stage, card, expect, test } from './stage.ts';

const FRAMES = `
  <iframe srcdoc='${card('echo').replaceAll('"', '&quot;')}'></iframe>
  <iframe src="http://foreign.test/"></iframe>`;
const PAGE = `${card()}${card('no id')}${card('stranger')}<div hidden>${card()}</div>${FRAMES}`;

/** The popup as the toolbar shows it: about the tab in front, which it is not. */
async function popupAbout(page: Page, stage: Stage): Promise<Page> {
  const popup = await stage.openOwn('popup.html');
  await popup.setViewportSize({ width: 360, height: 600 });
  await page.bringToFront();
  return popup;
}

function cardsIn(popup: Page) {
  return popup.getByRole('list', { name: 'Cards on this page' }).getByRole('listitem');
}

// Where more is allowed than those sites, frames of others are not even looked into.
test.use({ hostPermissions: ['http://127.0.0.1/*', 'http://plain.test/*'] });

test('the popup says of every card whether it works, or why it does not; where cards may be that it does not see, and what is in their way', async ({
  stage,
}) => {
  const page = await stage.open(PAGE);
  const popup = await popupAbout(page, stage);

  await test.step('of every card whether it works, or why it does not', async () => {
    await expect(cardsIn(popup)).toHaveText([
      /^Echo agent\s*Ready$/,
      /^no id.*agent id is not valid/s,
      /^stranger.*does not offer this agent/s,
      /^Echo agent.*cannot be seen/s,
      /^Echo agent.*a frame that Voice Cards cannot enter/s,
    ]);
    for (const width of [360, 320]) {
      await popup.setViewportSize({ width, height: 600 });
      expect(await extent(popup)).toEqual({ width, height: 600, cut: [] });
    }
    await expectAccessible(popup);
  });

  await test.step('where cards may be that it does not see, and what is in their way', async () => {
    await popup.setViewportSize({ width: 360, height: 600 });
    await stage.show(page, FRAMES.replace('echo', 'x y').replace('srcdoc', 'data-nothing'));
    await stage.set({ backendUrl: 'http://127.0.0.1:9' });
    await popup.reload();
    await expect(popup.getByText('1 part of this page belongs to another site')).toBeVisible();
    await expect(popup.getByRole('alert')).toContainText('The voice backend cannot be reached.');
    await expect(popup.getByRole('button', { name: 'Open options' })).toBeVisible();
    await expectAccessible(popup);
    expect(await extent(popup)).toMatchObject({ width: 360, height: 600, cut: [] });
  });
});
