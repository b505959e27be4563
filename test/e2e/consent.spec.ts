import { ClosedRoots } from '../support/closed-roots.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { expectReleased } from './failing-card.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

test.describe('an agent that is new on a site', () => {
  test.use({ approved: [] });

  test('is asked about by name: no, this time, and always', async ({ stage }) => {
    const page = await stage.open(card());
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'asking');
    const panel = await stage.openOwn('panel.html');
    const question = panel.getByRole('alertdialog', {
      name: 'Let 127.0.0.1 start conversations with Echo?',
    });
    await expect(question).toContainText('ElevenLabs');
    await question.getByRole('button', { name: 'No' }).click();
    await expect(question).toBeHidden();
    await expectState(cardOn(page), 'idle');
    expect(await stage.host.openSockets()).toBe(0);

    await page.bringToFront();
    await clickTalk(cardOn(page));
    await question.getByRole('button', { name: 'This time' }).click();
    await expectLive(cardOn(page));
    await page.bringToFront();
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');

    await clickTalk(cardOn(page));
    await question.getByRole('button', { name: 'Always on this site' }).click();
    await expectLive(cardOn(page));
    await page.bringToFront();
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
  });

  test('is said to be unknown to the backend, where it is', async ({ stage }) => {
    const page = await stage.open(card('stranger'));
    await clickTalk(cardOn(page));
    const panel = await stage.openOwn('panel.html');
    const question = panel.getByRole('alertdialog');
    await expect(question).toContainText('stranger');
    await expect(question).toContainText('does not list');
  });

  test('can be given up on the card, and goes with its tab', async ({ stage }) => {
    const page = await stage.open(card());
    const panel = await stage.openOwn('panel.html');
    await page.bringToFront();
    await clickTalk(cardOn(page));
    await expect(panel.getByRole('alertdialog')).toBeVisible();
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await expect(panel.getByRole('alertdialog')).toBeHidden();
    await clickTalk(cardOn(page));
    await expect(panel.getByRole('alertdialog')).toBeVisible();
    await page.close();
    await expect(panel.getByRole('alertdialog')).toBeHidden();
  });
});

test('a click on something that is covered is asked about, once for each load of the page', async ({
  stage,
}) => {
  const veil =
    '<div style="position:fixed;inset:0;opacity:.01;pointer-events:none;background:red">';
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
});

test('a site starts one conversation in ten seconds, and is told how long to wait', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);
  await cardOn(page).getByRole('button').click({ delay: 600 });
  await roots.expectAlert(/^This page has started many conversations .* in (\d|10) seconds?\.$/);
  expect(backend.asked).toHaveLength(1);
  await stage.later();
  await roots.click('Call again');
  await expectLive(cardOn(page));
  backend.close();
});
