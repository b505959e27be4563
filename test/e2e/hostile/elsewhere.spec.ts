import type { Page } from 'playwright/test';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { expectReleased } from '../../support/released.ts';
import { card, cardOn, clickTalk, expect, expectState, test } from '../stage.ts';
import { until } from '../../support/until.ts';

/** What a page could notice of the extension. */
function traces(page: Page): Promise<number> {
  return page.locator('[data-voice-state], html > div').count();
}

test.describe('on a site where voice is not enabled', () => {
  test.use({ sites: ['http://plain.test'] });

  test('nothing of the extension is there, be it in a frame or in the place of a page that connects', async ({
    stage,
  }) => {
    const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>();
    const backend = await standIn({ echo: [takesCall] }, { ready: () => isAnswered });
    await stage.set({ backendUrl: backend.url });
    const enabled = await stage.open(card(), { site: 'http://plain.test' });
    await expectState(cardOn(enabled), 'idle');
    const page = await stage.open(
      `${card()}<div class="voice-card" data-agent-id="echo">Bare</div><iframe src="${enabled.url()}"></iframe>`,
    );
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Talk' }).click();
    await expect(inside.locator('[data-voice-state]')).toHaveCount(0);
    await clickTalk(cardOn(page));
    expect(await traces(page)).toBe(0);

    await test.step('a page that takes the place of one that connects learns nothing of the conversation', async () => {
      await enabled.bringToFront();
      await clickTalk(cardOn(enabled));
      await until(() => backend.asked).toHaveLength(1);
      await expectState(cardOn(enabled), 'connecting');
      await enabled.goto(page.url());
      answer();
      await until(() => backend.open()).toBe(1);
      const popup = await stage.openOwn('popup.html');
      const log = popup.getByRole('log', { name: 'Transcript' });
      await expect(log).toContainText('Hello from');
      expect(await traces(enabled)).toBe(0);
      await popup.getByRole('button', { name: 'End conversation' }).click();
      await expectReleased(stage);
      expect(backend.asked).toHaveLength(1);
    });
    // Nor has anything come to the pages that were clicked before.
    expect(await traces(page)).toBe(0);
    expect(await inside.locator('[data-voice-state]').count()).toBe(0);
    backend.close();
  });
});
