import { ClosedRoots } from '../support/closed-roots.ts';
import { atAPersonsPace } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { expectReleased } from '../support/released.ts';
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

test.describe('an agent that is new on a site', () => {
  test.use({ approved: [] });

  test('can be given up on the card, and goes with its page and with its tab', async ({
    stage,
  }) => {
    const page = await stage.open(card());
    const panel = await stage.openOwn('panel.html');
    const question = panel.getByRole('alertdialog');
    await page.bringToFront();
    const beAsked = async () => {
      await clickTalk(cardOn(page));
      await expect(question).toBeVisible();
    };
    await beAsked();
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await expect(question).toBeHidden();
    await beAsked();
    await test.step('is asked about no more once another page has taken the place of the one that asked', async () => {
      await stage.show(page, card('stranger'), { site: 'http://plain.test' });
      await expectState(cardOn(page), 'idle');
      await expect(question).toBeHidden();
    });
    await test.step('is said to be unknown to the backend, where it is', async () => {
      await beAsked();
      await expect(question).toContainText('stranger');
      await expect(question).toContainText('does not list');
    });
    await page.close();
    await expect(question).toBeHidden();
  });
});

test.describe('where no panel opens', () => {
  test.use({ approved: [] });

  test('a window asks, goes with the answer, and closed means no', async ({ stage }) => {
    const worker = await stage.browser.worker();
    await worker.evaluate(() => {
      chrome.sidePanel.open = () => Promise.reject(new Error('not now'));
    });
    const page = await stage.open(card());
    const ask = async () => {
      const opening = page.context().waitForEvent('page');
      await page.bringToFront();
      await clickTalk(cardOn(page));
      return opening;
    };
    const first = await ask();
    const name = 'Let 127.0.0.1 start conversations with Echo agent?';
    await expect(first.getByRole('alertdialog', { name })).toBeVisible();
    await first.close();
    await expectState(cardOn(page), 'idle');

    const second = await ask();
    const gone = second.waitForEvent('close');
    await second.getByRole('button', { name: 'This time' }).click();
    await gone;
    await expectLive(cardOn(page));
  });
});

test('a click on something that is covered is asked about, once for each load of the page', async ({
  stage,
}) => {
  const veil =
    '<div style="position:fixed;inset:0;opacity:.01;pointer-events:none;background:red">';
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(`${card()}${veil}</div>`);
  await expectState(cardOn(page), 'idle');
  const panel = await stage.openOwn('panel.html');
  const question = panel.getByRole('alertdialog');
  await page.bringToFront();
  await clickTalk(cardOn(page));
  await expect(question).toContainText('may have hidden');
  await question.getByRole('button', { name: 'This time' }).click();
  await expectLive(cardOn(page));
  await page.bringToFront();
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');

  await page.reload();
  await expectState(cardOn(page), 'idle');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'asking');
  backend.close();
});

test('a site starts one conversation in ten seconds, and is told how long to wait', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  const talk = () => atAPersonsPace(page, () => cardOn(page).getByRole('button').click());
  await haltClock(stage);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await talk();
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);
  await talk();
  await roots.expectAlert(
    'This page has started many conversations in a short time. Please try again in 10 seconds.',
  );
  expect(backend.asked).toHaveLength(1);
  await stage.later();
  await roots.click('Call again');
  await expectLive(cardOn(page));
  backend.close();
});

/** Has no time pass for the background, however long the test takes. */
async function haltClock({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });
}
