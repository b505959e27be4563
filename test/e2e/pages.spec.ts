import type { Page } from 'playwright/test';
import { journey } from '../support/journeys.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
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

test('the options page tells how a backend answers, changes what a card is on pages that are open, refuses a selector that is none, and names settings that cannot be read', async ({
  stage,
}) => {
  const guide = await standIn({ echo: [takesCall] });
  const page = await stage.open(
    `${card()}<section class="helper" data-agent-id="echo"><button class="ask">Talk</button></section>`,
  );
  const helper = page.locator('.helper');
  const options = await stage.openOwn('options.html');
  const selector = options.getByRole('textbox', { name: 'Card selector' });

  await test.step('a backend that does not answer, and one written from the guide', async () => {
    const address = options.getByRole('textbox', { name: 'Backend URL' });
    await address.fill('http://127.0.0.1:9');
    await options.getByRole('button', { name: 'Test connection' }).click();
    await expect(
      options.getByText('The voice backend cannot be reached. Is it running?'),
    ).toBeVisible();
    await address.fill(guide.url);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await expect(options.getByText('Connected, no catalogue')).toBeVisible();
  });

  await test.step('a selector that is none is refused, and the one there was is kept', async () => {
    await selector.fill('.card[');
    await selector.press('Enter');
    await expect(selector).toHaveAttribute('aria-invalid', 'true');
    await page.reload();
    await expectState(cardOn(page), 'idle');
  });

  await test.step('what a card is changes on pages that are open', async () => {
    await selector.fill('.helper[data-agent-id]');
    await selector.press('Enter');
    await options.getByRole('textbox', { name: 'Button selector' }).fill('.ask');
    await options.getByRole('textbox', { name: 'Button selector' }).press('Enter');
    await page.bringToFront();
    await expectState(helper, 'idle');
    await clickTalk(helper);
    await expectLive(helper);
    await clickTalk(helper);
    await expectState(helper, 'idle');
  });

  await test.step('settings that cannot be read are named, and work at their defaults', async () => {
    await stage.browser.worker().then((worker) => worker.evaluate(breakSelector));
    await page.reload();
    await expectState(cardOn(page), 'idle');
    await options.reload();
    await expect(
      options.getByText(/could not be read and are at their defaults: cardSelector/),
    ).toBeVisible();
    await options.getByRole('combobox', { name: 'Longest conversation' }).selectOption('5 min');
    await until(() => storedSettings(stage)).toMatchObject({ maxLengthSeconds: 300 });
    await options.reload();
    await expect(options.getByText(/defaults: cardSelector/)).toBeVisible();
  });
  guide.close();
});

test.describe('the welcome page', () => {
  test.use({ microphone: 'prompt' });

  test(
    'a click that finds no microphone leads there and, once it is granted, back into the conversation',
    journey('microphone-later'),
    async ({ stage }) => {
      const page = await stage.open(card());
      await clickTalk(cardOn(page));
      await until(() => activeUrl(stage)).toMatch(/welcome\.html$/);
      const welcome = welcomePage(stage);
      await expect(welcome.getByRole('button', { name: 'Allow microphone' })).toBeVisible();
      // Headless Chromium shows no prompt to accept; this is what accepting it does.
      await stage.setMicrophone('granted');
      await expectLive(cardOn(page));
      expect(await activeUrl(stage)).toBe(page.url());
      expect(welcome.isClosed()).toBe(true);
    },
  );
});

/** Runs in the worker: stores a selector that is none. */
async function breakSelector(): Promise<void> {
  const { settings } = await chrome.storage.local.get('settings');
  await chrome.storage.local.set({ settings: Object.assign({}, settings, { cardSelector: 7 }) });
}

function welcomePage({ browser }: Stage): Page {
  const page = browser.context.pages().find((other) => other.url().endsWith('/welcome.html'));
  if (!page) throw new Error('There is no welcome page.');
  return page;
}

async function activeUrl(stage: Stage): Promise<string | undefined> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url);
}

async function storedSettings(stage: Stage): Promise<unknown> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => (await chrome.storage.local.get('settings'))['settings']);
}
