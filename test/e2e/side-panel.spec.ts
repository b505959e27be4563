import { journey } from '../support/journeys.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from './stage.ts';
import { until } from '../support/until.ts';

test.describe('with the setting on', () => {
  test.use({ opensPanel: true });

  test(
    'the panel opens with a conversation, even when the click has to wake the worker',
    journey('panel'),
    async ({ stage }) => {
      const page = await stage.open(card());
      await expectState(cardOn(page), 'idle');
      await stage.stopWorker();
      await page.bringToFront();
      await clickTalk(cardOn(page));
      await expectLive(cardOn(page));
      await until(() => panels(stage)).toBe(1);
    },
  );
});

test('with the setting off it stays closed for an agent that is allowed, and opens to ask about one that is not', async ({
  stage,
}) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(await panels(stage)).toBe(0);
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');

  await stage.set({ approvals: [] });
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'asking');
  await until(() => panels(stage)).toBe(1);
});

/** How many side panels are open. */
async function panels({ browser }: Stage): Promise<number> {
  const worker = await browser.worker();
  const open = await worker.evaluate(() =>
    chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.SIDE_PANEL] }),
  );
  return open.length;
}
