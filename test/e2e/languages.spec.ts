import { type Locator, type Page, expect } from 'playwright/test';
import { PSEUDO_LOCALE, pseudoText } from '../../scripts/pseudo-locale.js';
import { LOOKS, expectAccessible } from '../support/axe.ts';
import { ClosedRoots } from '../support/closed-roots.ts';
import { expectToFit } from '../support/extent.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { type Stage, card, cardOn, clickTalk, expectLive, expectState, test } from './stage.ts';

/** How wide Firefox makes its sidebar at first, in pixels. */
const SIDEBAR = 240;
const BARE_CARD = '<div class="voice-card" data-agent-id="echo">Bare</div>';

/** A card in conversation, with the panel and the popup beside it. */
async function conversation(stage: Stage) {
  const page = await stage.open(`${card()}${BARE_CARD}`);
  await expectState(cardOn(page, 1), 'idle');
  const roots = await ClosedRoots.of(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const [panel, popup] = [await stage.openOwn('panel.html'), await stage.openOwn('popup.html')];
  // What the popup is about is the page in front.
  await page.bringToFront();
  return { roots, panel, popup };
}

/** Sends the agent a message, and waits for what it says to that. */
async function write(panel: Page, box: Locator, message: string): Promise<void> {
  await box.fill(message);
  await box.press('Enter');
  await expect(panel.getByRole('log').getByText(message)).toHaveCount(2);
}

async function expectToSpeak(page: Page, lang: string, dir: string): Promise<void> {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', lang);
  await expect(root).toHaveAttribute('dir', dir);
}

/** Shows another page of the extension in the same tab. */
async function goOn(page: Page, name: string): Promise<Page> {
  await page.goto(new URL(name, page.url()).href);
  return page;
}

test.describe('in German', () => {
  test.use({ language: 'de' });

  test('card, panel, popup, options and welcome speak German, and nothing is cut off', async ({
    stage,
  }) => {
    const { roots, panel, popup } = await conversation(stage);
    await test.step('card and panel', async () => {
      await roots.expectButton('Mit diesem Agenten sprechen');
      await roots.expectButton('Mikrofon stummschalten');
      await roots.expectButton('Gespräch beenden');
      await roots.expectStatus('Hört zu');
      expect(await roots.language('Panel öffnen')).toBe('de');

      await expectToSpeak(panel, 'de', 'ltr');
      await expect(panel.getByRole('status')).toContainText('Hört zu: Du bist dran');
      await write(panel, panel.getByRole('textbox', { name: 'Nachricht' }), 'Guten Tag');
      await expect(panel.getByRole('log', { name: 'Transkript' })).toContainText('Du');
      await panel.getByRole('button', { name: 'Geräte' }).click();
      await expect(panel.getByRole('combobox', { name: 'Lautsprecher' })).toBeVisible();
      await expectToFit(panel, 380, SIDEBAR);
    });

    await test.step('popup, and the panel once the conversation is over', async () => {
      await expectToSpeak(popup, 'de', 'ltr');
      await expect(popup.getByRole('switch', { name: 'Voice Cards auf 127.0.0.1' })).toBeChecked();
      const cards = popup.getByRole('list', { name: 'Karten auf dieser Seite' });
      await expect(cards).toContainText('Bereit');
      await expect(popup.getByRole('button', { name: 'Panel öffnen' })).toBeVisible();
      await expectToFit(popup, 360, 320);

      await panel.getByRole('button', { name: 'Gespräch beenden' }).click();
      await expect(panel.getByRole('status')).toContainText('Gespräch beendet');
      await expectToFit(panel, 380, SIDEBAR);
    });

    await test.step('options', async () => {
      const options = await goOn(popup, 'options.html');
      await expectToSpeak(options, 'de', 'ltr');
      await expect(options.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
      const longest = options.getByRole('combobox', { name: 'Längstes Gespräch' });
      await expect(longest.getByRole('option', { selected: true })).toHaveText('30 Min.');
      await expect(options.getByText('100 %')).toBeVisible();
      await expect(options.getByText('Agent unterbrechen')).toBeVisible();
      await expectToFit(options, 1_000, 320);
    });

    await test.step('welcome', async () => {
      const welcome = await goOn(popup, 'welcome.html');
      await expectToSpeak(welcome, 'de', 'ltr');
      await expect(welcome.getByRole('heading', { name: 'Sprach-Backend' })).toBeVisible();
      await expect(welcome.getByText('3 von 4 Schritten erledigt')).toBeVisible();
      await expectToFit(welcome, 800, 320);
    });
  });
});

const EXPECTED = [
  // The locale's own, around whatever was filled in.
  /^\[([^a-z]|\u2068.*?\u2069)*\]$/i,
  // Figures, written as in Arabic.
  /^\d[^a-z]*$/i,
  // What others said or gave a name: the agent, the person, the computer, the browser.
  /^(Echo agent|echo|Hello! I am the echo agent\. Say something\.)$/,
  /^(\([\d.]+ s of speech\)|You spoke for [\d.]+ seconds\. You said:)$/,
  /^(Good day|MIT|Fake .*|Alt\+Shift\+.|chrome:.*)$/,
];

/** Expects that every text a page shows comes from the pseudo-locale. */
async function expectNoEnglish(page: Page): Promise<void> {
  const left = (await shownTexts(page)).filter((text) => !EXPECTED.some((it) => it.test(text)));
  expect(left, page.url()).toEqual([]);
}

async function leftOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.x ?? NaN;
}

/** Expects that a page is turned around, speaks the pseudo-locale alone, and can be used by everybody. */
async function expectTurned(page: Page, width: number): Promise<void> {
  await expectToSpeak(page, PSEUDO_LOCALE, 'rtl');
  await expectNoEnglish(page);
  await expectToFit(page, width, 320);
  await expectAccessible(page, { looks: LOOKS.slice(0, 1) });
}

test.describe('from right to left', () => {
  test.use({ language: PSEUDO_LOCALE, sites: ['http://127.0.0.1'], approved: ['echo'] });

  test('card, panel, popup, options and welcome are turned around, and every word is from the locale', async ({
    stage,
  }) => {
    const { roots, panel, popup } = await conversation(stage);
    const ending = panel.getByRole('button', { name: pseudoText('End conversation') });
    await test.step('card and panel', async () => {
      const [openPanel, end] = [pseudoText('Open panel'), pseudoText('End the conversation')];
      await roots.expectStatus(pseudoText('Listening'));
      expect(await roots.style(openPanel, 'direction')).toBe('rtl');
      expect((await roots.box(end)).left).toBeLessThan((await roots.box(openPanel)).left);

      const box = panel.getByRole('textbox', { name: pseudoText('Message') });
      await write(panel, box, 'Good day');
      await panel.getByRole('button', { name: pseudoText('Devices') }).click();
      const name = panel.getByRole('heading', { name: 'Echo agent' }).getByText('Echo agent');
      expect(await leftOf(ending)).toBeLessThan(await leftOf(name));
      await expectTurned(panel, 380);
    });

    await test.step('popup, and the panel once the conversation is over', async () => {
      const voice = popup.getByRole('switch');
      await expect(voice).toBeChecked();
      // When a switch is on, its knob is at the end where reading ends, inside the switch.
      expect(await leftOf(voice.locator('.thumb'))).toBeGreaterThan(await leftOf(voice));
      await expect(popup.getByRole('list')).toContainText('Echo agent');
      await expectTurned(popup, 360);

      await ending.click();
      await expect(panel.getByRole('status')).toContainText(pseudoText('Conversation ended'));
      await expectNoEnglish(panel);
      await expectToFit(panel, 380, 320);
    });

    await test.step('options', async () => {
      const options = await goOn(popup, 'options.html');
      // Code is written from left to right, and what is wrong with it in the person's own way.
      const selector = options.getByRole('textbox', { name: pseudoText('Card selector') });
      await expect(selector).toHaveCSS('direction', 'ltr');
      await selector.fill('.card[');
      await selector.press('Enter');
      await expect(options.getByRole('alert')).toHaveCSS('direction', 'rtl');
      await expectTurned(options, 1_000);
    });

    await test.step('welcome', async () => {
      const welcome = await goOn(popup, 'welcome.html');
      const step = welcome.getByRole('heading', { name: pseudoText('Voice backend') });
      await expect(step).toBeVisible();
      await expectTurned(welcome, 800);
    });
  });
});
