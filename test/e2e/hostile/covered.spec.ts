import type { Page } from 'playwright/test';
import { COVERED } from '../../support/covered.ts';
import { atAPersonsPace } from '../../support/pace.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { cardOn, expect, expectState, test } from '../stage.ts';

test('a click on what a person cannot see leads to a question, by whatever trick, and to no call', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open('');
  for (const { html, tricks } of COVERED) {
    await stage.show(page, html);
    for (const [nth, { trick }] of tricks.entries()) {
      await test.step(trick, async () => {
        await expectState(cardOn(page, nth), 'idle');
        await atAPersonsPace(page, () => clickOn(page, nth));
        await expectState(cardOn(page, nth), 'asking');
      });
    }
  }
  expect(COVERED.flatMap(({ tricks }) => tricks)).toHaveLength(10);
  expect(backend.asked).toEqual([]);
  expect(await stage.host.liveTracks()).toBe(0);
  backend.close();
});

/** Clicks where a button is, whatever lies over it. */
async function clickOn(page: Page, nth: number): Promise<void> {
  const box = await page.locator('.voice-mic-btn').nth(nth).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
}
