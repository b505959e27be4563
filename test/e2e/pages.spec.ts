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

test.describe('the options page', () => {
  test(
    'saves a backend, asks it, and shows its agents',
    journey('options-backend'),
    async ({ stage, backend }) => {
      const options = await stage.openOwn('options.html');
      await options.getByRole('textbox', { name: 'Backend URL' }).fill(`${backend.url}/`);
      await options.getByRole('button', { name: 'Save' }).click();
      await expect(options.getByText('Connected', { exact: true })).toBeVisible();
      await expect(options.getByText('Echo agent')).toBeVisible();
      expect(await storedSettings(stage)).toMatchObject({ backendUrl: backend.url });
    },
  );

  test('tells a backend written from the guide: connected, no catalogue', async ({ stage }) => {
    const guide = await standIn({ echo: [takesCall] });
    const options = await stage.openOwn('options.html');
    await options.getByRole('textbox', { name: 'Backend URL' }).fill(guide.url);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await expect(options.getByText('Connected, no catalogue')).toBeVisible();
    guide.close();
  });

  test('refuses an address that is neither https nor this computer, with the reason, and keeps what was typed', async ({
    stage,
    backend,
  }) => {
    const options = await stage.openOwn('options.html');
    const address = options.getByRole('textbox', { name: 'Backend URL' });
    await address.fill('http://voice.example');
    await address.press('Enter');
    await expect(options.getByRole('alert').filter({ hasText: /https/ })).toBeVisible();
    await expect(address).toHaveValue('http://voice.example');
    await expect(address).toHaveAttribute('aria-invalid', 'true');
    expect(await storedSettings(stage)).toMatchObject({ backendUrl: backend.url });
  });

  test('says what is wrong when nobody answers', async ({ stage }) => {
    const options = await stage.openOwn('options.html');
    await options.getByRole('textbox', { name: 'Backend URL' }).fill('http://127.0.0.1:9');
    await options.getByRole('button', { name: 'Test connection' }).click();
    await expect(
      options.getByText('The voice backend cannot be reached. Is it running?'),
    ).toBeVisible();
  });

  test('changes what a card is, on pages that are open', async ({ stage }) => {
    const page = await stage.open(
      '<section class="helper" data-agent-id="echo"><button class="ask">Talk</button></section>',
    );
    const options = await stage.openOwn('options.html');
    await options.getByRole('textbox', { name: 'Card selector' }).fill('.helper[data-agent-id]');
    await options.getByRole('textbox', { name: 'Card selector' }).press('Enter');
    await options.getByRole('textbox', { name: 'Button selector' }).fill('.ask');
    await options.getByRole('textbox', { name: 'Button selector' }).press('Enter');
    await page.bringToFront();
    await expectState(page.locator('.helper'), 'idle');
    await clickTalk(page.locator('.helper'));
    await expectLive(page.locator('.helper'));
  });

  test('refuses a selector that is none, and keeps the one there was', async ({ stage }) => {
    const options = await stage.openOwn('options.html');
    const selector = options.getByRole('textbox', { name: 'Card selector' });
    await selector.fill('.card[');
    await selector.press('Enter');
    await expect(selector).toHaveAttribute('aria-invalid', 'true');
    const page = await stage.open(card());
    await expectState(cardOn(page), 'idle');
  });

  test(
    'removes a site at once from pages that are open, and brings it back',
    journey('options-sites'),
    async ({ stage }) => {
      const page = await stage.open(
        `${card()}<div class="voice-card" data-agent-id="echo">Bare</div>`,
      );
      await expectState(cardOn(page), 'idle');
      const options = await stage.openOwn('options.html');
      await options.getByRole('button', { name: 'Remove 127.0.0.1' }).click();
      await page.bringToFront();
      await expect(page.locator('[data-voice-state]')).toHaveCount(0);
      await expect(cardOn(page, 1).locator('div')).toHaveCount(0);
      await options.bringToFront();
      await options.getByRole('button', { name: 'Undo' }).click();
      await page.bringToFront();
      await expectState(cardOn(page), 'idle');
    },
  );
});

test('settings that cannot be read are named in options, and work at their defaults', async ({
  stage,
}) => {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: Object.assign({}, settings, { cardSelector: 7 }) });
  });
  const page = await stage.open(card());
  await expectState(cardOn(page), 'idle');
  const options = await stage.openOwn('options.html');
  await expect(
    options.getByText(/could not be read and are at their defaults: cardSelector/),
  ).toBeVisible();
  await options.getByRole('combobox', { name: 'Longest conversation' }).selectOption('5 min');
  await expect.poll(() => storedSettings(stage)).toMatchObject({ maxLengthSeconds: 300 });
  await options.reload();
  await expect(options.getByText(/defaults: cardSelector/)).toBeVisible();
});

test.describe('the popup', () => {
  test.use({ sites: [] });

  test(
    'turns voice on for a site without a reload, and off again',
    journey('popup'),
    async ({ stage }) => {
      const page = await stage.open(card());
      await page.evaluate(() => Reflect.set(window, 'notReloaded', true));
      const popup = await stage.openOwn(`popup.html?tab=${await tabOf(stage, page.url())}`);
      const voice = popup.getByRole('switch', { name: 'Voice on 127.0.0.1' });
      await expect(voice).not.toBeChecked();
      await voice.click();
      await expect(voice).toBeChecked();
      await expect(popup.getByRole('list', { name: 'Cards on this page' })).toContainText(
        'Echo agent',
      );
      await page.bringToFront();
      await clickTalk(cardOn(page));
      await stage.answer('Always on this site');
      await expectLive(cardOn(page));
      await popup.bringToFront();
      await expect(popup.getByRole('list', { name: 'Cards on this page' })).toContainText(
        /Listening|Speaking/,
      );
      await popup.getByRole('button', { name: 'End conversation' }).click();
      await expectState(cardOn(page), 'idle');
      await voice.click();
      await expect(voice).not.toBeChecked();
      await expect(page.locator('[data-voice-state]')).toHaveCount(0);
      expect(await page.evaluate(() => Reflect.get(window, 'notReloaded'))).toBe(true);
    },
  );
});

test.describe('just installed', () => {
  test.use({ microphone: 'prompt', justInstalled: true });

  test('the welcome page opens', journey('installation'), async ({ stage }) => {
    const allow = welcomePage(stage).getByRole('button', { name: 'Allow microphone' });
    await expect(allow).toBeVisible();
  });
});

test.describe('the welcome page', () => {
  test.use({ microphone: 'prompt' });

  test(
    'a click that finds no microphone leads there and, once it is granted, back into the conversation',
    journey('microphone-later'),
    async ({ stage }) => {
      const page = await stage.open(card());
      await clickTalk(cardOn(page));
      await expect.poll(() => activeUrl(stage)).toMatch(/welcome\.html$/);
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

async function tabOf(stage: Stage, url: string): Promise<number | undefined> {
  const worker = await stage.browser.worker();
  return worker.evaluate(
    async (address) => (await chrome.tabs.query({})).find((tab) => tab.url === address)?.id,
    url,
  );
}
