import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { standIn, staysSilent, takesCall } from '../support/stand-in.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

test('clicks within half a second count once', async ({ stage }) => {
  const page = await stage.open(card());
  await look(page);
  await cardOn(page).getByRole('button').dblclick();
  await expectLive(cardOn(page));
});

test('a click while connecting gives the call up, and no socket stays', async ({ stage }) => {
  const backend = await standIn({ echo: [staysSilent, takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await until(() => backend.open()).toBe(1);
  await expectState(cardOn(page), 'connecting');
  await expect(cardOn(page).getByRole('button')).toHaveAttribute('aria-busy', 'true');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await until(() => backend.open()).toBe(0);
  await until(() => stage.host.liveTracks()).toBe(0);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  backend.close();
});

test('a second card of the page is told, too, and the first goes on showing its conversation', async ({
  stage,
}) => {
  const page = await stage.open(card() + card());
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page, 0));
  await expectLive(cardOn(page, 0));
  await clickTalk(cardOn(page, 1));
  await roots.expectAlert('Another conversation is running.');
  await expectState(cardOn(page, 1), 'error');
  // The greeting is over, and the note still stands.
  await expectState(cardOn(page, 0), 'listening');
  await roots.expectAlert('Another conversation is running.');

  await roots.click('Talk here instead');
  await expectLive(cardOn(page, 1));
  await expectState(cardOn(page, 0), 'idle');
});

test('closing the tab ends the conversation', async ({ stage }) => {
  const page = await stage.open(card());
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  await page.close();
  await until(() => stage.host.liveTracks()).toBe(0);
  expect(await stage.host.openSockets()).toBe(0);
  await until(() => stage.host.runningContexts()).toBe(0);
});

test('the toolbar badge shows that the microphone is live', async ({ stage }) => {
  const worker = await stage.browser.worker();
  const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}));
  const page = await stage.open(card());
  expect(await badge()).toBe('');
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(await badge()).toBe('●');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  await until(badge).toBe('');
});
