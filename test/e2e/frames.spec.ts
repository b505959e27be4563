import type { Locator, Page } from 'playwright/test';
import { hasWorldOf } from '../support/worlds.ts';
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

const [PAGE, FRAME, AD, OTHER] = [
  'http://page.test',
  'http://frame.test',
  'http://ad.test',
  'http://other.test',
];
const EVERYWHERE = '*://*/*';

/** Shows a page that embeds a card of another site, the same sealed off, and an advertisement with one. */
async function embed(stage: Stage, page: Page, site: string): Promise<void> {
  const { port } = new URL(page.url());
  stage.serve('/framed', card());
  const [frame, ad] = [`${FRAME}:${port}/framed`, `${AD}:${port}/framed`];
  const body = `${card()}<iframe src="${frame}"></iframe><iframe src="${ad}"></iframe>
    <iframe sandbox="allow-scripts" src="${frame}"></iframe>`;
  await stage.show(page, body, { site });
  await expect(within(page, 2).getByRole('button')).toBeVisible();
}

function within(page: Page, nth: number): Locator {
  return page.frameLocator('iframe').nth(nth).locator('.voice-card');
}

/** Expects that nothing of ours has ever been in the page's advertisement. */
async function expectUntouchedAd(page: Page, { browser }: Stage): Promise<void> {
  await expect(within(page, 1)).not.toHaveAttribute('data-voice-state');
  const ad = page.frames().find((frame) => frame.url().startsWith(AD));
  if (!ad) throw new Error('There is no advertisement.');
  expect(await hasWorldOf(browser.extensionId, ad)).toBe(false);
}

test.describe('a card in a frame of another site', () => {
  test.use({ sites: [PAGE, FRAME, OTHER], approved: [] });

  test('is asked about with the page around it, and an approval holds for that pair alone', async ({
    stage,
  }) => {
    const page = await stage.open('');
    await embed(stage, page, PAGE);
    const frame = within(page, 0);
    await expectState(frame, 'idle');
    await expectUntouchedAd(page, stage);
    await clickTalk(frame);
    const panel = await stage.openOwn('panel.html');
    const question = panel.getByRole('alertdialog');
    const title = 'Let frame.test, inside page.test, start conversations with Echo agent?';
    await expect(question).toHaveAccessibleName(title);
    await question.getByRole('button', { name: 'Always for frame.test inside page.test' }).click();
    await expectLive(frame);
    await endIn(page, frame);
    await clickTalk(frame);
    await expectLive(frame);

    // Voice goes off for the frame alone, and its conversation with it.
    await stage.set({ sites: [PAGE, OTHER] });
    await expect(frame).not.toHaveAttribute('data-voice-state');
    await until(() => stage.host.liveTracks()).toBe(0);
    await expectState(cardOn(page), 'idle');
    await stage.set({ sites: [PAGE, FRAME, OTHER] });

    const options = await stage.openOwn('options.html');
    const allowed = options.getByRole('list', { name: 'Conversations allowed without asking' });
    await expect(allowed).toContainText('frame.test inside page.test');
    const sealed = within(page, 2);
    await page.reload();
    await expectState(sealed, 'idle');
    await page.bringToFront();
    await clickTalk(sealed);
    await expect(question).toContainText('cannot prove that it comes from frame.test');
    await expect(question.getByRole('button', { name: 'Always' })).toHaveCount(0);
    await question.getByRole('button', { name: 'No' }).click();

    await embed(stage, page, OTHER);
    await expectState(frame, 'idle');
    await clickTalk(frame);
    await expect(question).toHaveAccessibleName(title.replace('page.test', 'other.test'));
    await question.getByRole('button', { name: 'No' }).click();
    await expectState(frame, 'idle');
  });
});

test.describe('where voice is on everywhere', () => {
  test.use({ sites: [] });

  test('a frame has it only where its own site is named, and an advertisement is never touched', async ({
    stage,
  }) => {
    const open = await stage.open('');
    await embed(stage, open, PAGE);
    await expect(cardOn(open)).not.toHaveAttribute('data-voice-state');
    await stage.set({ sites: [EVERYWHERE] });
    await expectState(cardOn(open), 'idle');
    await expectUntouchedAd(open, stage);
    await open.reload();
    await expectState(cardOn(open), 'idle');
    await expectUntouchedAd(open, stage);
    await expect(within(open, 0)).not.toHaveAttribute('data-voice-state');

    await stage.set({ sites: [EVERYWHERE, FRAME] });
    await open.reload();
    await expectState(within(open, 0), 'idle');
    await expectUntouchedAd(open, stage);
    // Around the frame, voice is off now.
    await stage.set({ sites: [FRAME] });
    await expect(open.locator('[data-voice-state]')).toHaveCount(0);
    await expect(within(open, 0)).not.toHaveAttribute('data-voice-state');
    await open.reload();
    await expect(within(open, 2).getByRole('button')).toBeVisible();
    await clickTalk(within(open, 0));
    await expect(within(open, 0)).not.toHaveAttribute('data-voice-state');
  });
});

async function endIn(page: Page, frame: Locator): Promise<void> {
  await page.bringToFront();
  await clickTalk(frame);
  await expectState(frame, 'idle');
}
