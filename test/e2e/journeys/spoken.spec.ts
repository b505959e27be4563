import { expect, test as step } from 'playwright/test';
import { CONDITIONS } from '../../support/conditions.ts';
import { JOURNEYS, journey } from '../../support/journeys.ts';
import { until } from '../../support/until.ts';
import { card } from '../stage.ts';
import { inBothBrowsers } from './both.ts';
import type { CardPage, Driver } from './driver.ts';

const TRUSTED = CONDITIONS.filter(({ asks }) => !asks);
const ASKED = CONDITIONS.filter(({ asks }) => asks);

inBothBrowsers({ spoken: true }, (test) => {
  test(
    'a spoken sentence comes back on pages of every kind, one after the other',
    journey(...TRUSTED.map((it) => it.journey)),
    async ({ driver }) => {
      for (const { journey: id, headers, site } of TRUSTED) {
        await step.step(JOURNEYS[id].what, async () => {
          await expectTalk(driver, await driver.openCard({ headers, site }));
        });
      }
    },
  );

  test(
    'a spoken sentence comes back in documents without an origin, each time once it is allowed',
    journey(...ASKED.map((it) => it.journey), 'spoken-frame'),
    async ({ driver }) => {
      for (const { journey: id, headers, site } of ASKED) {
        await step.step(JOURNEYS[id].what, async () => {
          await expectTalk(driver, await driver.openCard({ headers, site }), allow);
        });
      }
      await step.step(JOURNEYS['spoken-frame'].what, async () => {
        await expectTalk(driver, await openFramed(driver), allow);
      });
    },
  );
});

/** Opens a page with a card in a sandboxed frame, and gives the frame. */
async function openFramed(driver: Driver): Promise<CardPage> {
  const inside = await driver.open(card());
  const source = await inside.address();
  await inside.close();
  const page = await driver.open(
    `<iframe sandbox="allow-scripts" src="${source}" width="400" height="300"></iframe>`,
  );
  const frame = await page.onlyFrame();
  await until(() => frame.cardState()).toBe('idle');
  return frame;
}

async function allow(driver: Driver): Promise<void> {
  await (await driver.panel()).press('This time');
}

/** Talks to a card: hears the agent, says a sentence, hears it back, and ends the conversation. */
async function expectTalk(
  driver: Driver,
  page: CardPage,
  answer?: (driver: Driver) => Promise<void>,
): Promise<void> {
  await driver.later();
  await page.press('Talk');
  await answer?.(driver);
  await until(() => page.cardState()).toBe('speaking');
  expect(await driver.held()).toContain('microphone');
  await driver.expectSentenceBack(page);
  await until(() => page.cardState()).toBe('listening');
  const panel = await driver.panel();
  await until(() => panel.textOf('[role=log]')).toMatch(
    /^Echo agent\s.*\s+Hello! .*\s+You\s.*\s+\(1\.\d s of speech\)\s+Echo agent\s.*\s+You spoke for/,
  );

  await page.press('Talk');
  await until(() => page.cardState()).toBe('idle');
  await until(() => driver.held()).toEqual([]);
}
