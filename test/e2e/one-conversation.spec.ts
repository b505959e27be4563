import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { standIn, staysSilent, takesCall } from '../support/stand-in.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

test('clicks within half a second count once; a second card of the page is told, and takes over; the toolbar badge shows that the microphone is live', async ({
  stage,
}) => {
  const worker = await stage.browser.worker();
  const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}));
  const page = await stage.open(card() + card());
  const roots = await ClosedRoots.of(page);
  await test.step('a double click starts a conversation, and does not end it', async () => {
    await look(page);
    expect(await badge()).toBe('');
    await cardOn(page, 0).getByRole('button').dblclick();
    await expectLive(cardOn(page, 0));
    expect(await badge()).toBe('●');
  });

  await test.step('a second card is told, and the first goes on showing its conversation', async () => {
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

  await test.step('the badge goes with the conversation', async () => {
    expect(await badge()).toBe('●');
    await clickTalk(cardOn(page, 1));
    await expectState(cardOn(page, 1), 'idle');
    await until(badge).toBe('');
  });
});

test('a click while connecting gives the call up, closing the tab ends the conversation, and no socket stays', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [staysSilent, takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(card());
  await test.step('given up while connecting', async () => {
    await clickTalk(cardOn(page));
    await until(() => backend.open()).toBe(1);
    await expectState(cardOn(page), 'connecting');
    await expect(cardOn(page).getByRole('button')).toHaveAttribute('aria-busy', 'true');
    await clickTalk(cardOn(page));
    await expectState(cardOn(page), 'idle');
    await until(() => backend.open()).toBe(0);
    await until(() => stage.host.liveTracks()).toBe(0);
  });

  await test.step('ended with its tab', async () => {
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(await stage.host.liveTracks()).toBe(1);
    await page.close();
    await until(() => stage.host.liveTracks()).toBe(0);
    expect(await stage.host.openSockets()).toBe(0);
    await until(() => stage.host.runningContexts()).toBe(0);
  });
  backend.close();
});
