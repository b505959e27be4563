import { standIn, takesCall } from '../../support/stand-in.ts';
import { expectReleased } from '../../support/released.ts';
import { card, cardOn, clickTalk, expect, expectState, test } from '../stage.ts';
import { until } from '../../support/until.ts';

test.describe('on a site where voice is not enabled', () => {
  test.use({ sites: ['http://plain.test'] });

  test('nothing of the extension is there', async ({ stage }) => {
    const page = await stage.open(
      `${card()}<div class="voice-card" data-agent-id="echo">Bare</div>`,
    );
    const enabled = await stage.open(card(), { site: 'http://plain.test' });
    await expectState(cardOn(enabled), 'idle');
    await page.bringToFront();
    await clickTalk(cardOn(page));
    expect(await page.locator('[data-voice-state], html > div').count()).toBe(0);
  });

  test('nothing stays in a frame of a site where it is', async ({ stage }) => {
    const enabled = await stage.open(card(), { site: 'http://plain.test' });
    await expectState(cardOn(enabled), 'idle');
    const page = await stage.open(`<iframe src="${enabled.url()}"></iframe>`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Talk' }).click();
    await expect(inside.locator('[data-voice-state]')).toHaveCount(0);
    await stage.open('');
    expect(await inside.locator('[data-voice-state]').count()).toBe(0);
  });

  test('a page that takes the place of one that connects learns nothing of the conversation', async ({
    stage,
  }) => {
    const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>();
    const backend = await standIn({ echo: [takesCall] }, { ready: () => isAnswered });
    await stage.set({ backendUrl: backend.url });
    const elsewhere = await stage.open(card());
    const address = elsewhere.url();
    await elsewhere.close();
    const page = await stage.open(card(), { site: 'http://plain.test' });
    await clickTalk(cardOn(page));
    await until(() => backend.asked).toHaveLength(1);
    await expectState(cardOn(page), 'connecting');
    await page.goto(address);
    answer();
    await until(() => backend.open()).toBe(1);
    const popup = await stage.openOwn('popup.html');
    await expect(popup.getByRole('log', { name: 'Transcript' })).toContainText('Hello from');
    expect(await page.locator('[data-voice-state], html > div').count()).toBe(0);
    await popup.getByRole('button', { name: 'End conversation' }).click();
    await expectReleased(stage);
    expect(backend.asked).toHaveLength(1);
    backend.close();
  });
});

test.describe('an agent that is new on a site', () => {
  test.use({ approved: [] });

  test('is asked about no more once another page has taken the place of the one that asked', async ({
    stage,
  }) => {
    const next = await stage.open(card(), { site: 'http://plain.test' });
    const address = next.url();
    await next.close();
    const page = await stage.open(card());
    const panel = await stage.openOwn('panel.html');
    await page.bringToFront();
    await clickTalk(cardOn(page));
    await expect(panel.getByRole('alertdialog')).toBeVisible();
    await page.goto(address);
    await expectState(cardOn(page), 'idle');
    await expect(panel.getByRole('alertdialog')).toBeHidden();
  });
});
