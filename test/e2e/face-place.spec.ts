import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { isOurs } from '../support/ours.ts';
import { cardOn, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

const BARE = '<div class="voice-card" data-agent-id="echo">A card without a button</div>';
const LOOK = '<style>.voice-card { width: 240px; height: 90px; background: #dde }</style>';
const SPACE = '<div style="height:1500px"></div>';

/** How pages may be built around a card, and what is done to them before they are looked at. */
const PAGES: Readonly<Record<string, readonly [body: string, then?: (page: Page) => unknown]>> = {
  'a plain page': [BARE],
  'a page that is scrolled': [
    SPACE + BARE + SPACE,
    (page) => page.evaluate(() => scrollTo(0, 1300)),
  ],
  'a body that scrolls by itself': [
    `<style>html { height: 100%; overflow: hidden } body { height: 100%; margin: 0; overflow: auto }</style>${SPACE}${BARE}${SPACE}`,
    (page) => page.evaluate(() => document.body.scrollTo(0, 1300)),
  ],
  'a document that is zoomed': [`<style>html { zoom: 1.5 }</style>${BARE}`],
  'a document that is zoomed later': [
    BARE,
    (page) => page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.25')),
  ],
  'a card that is zoomed': [`<style>main { zoom: 1.5 }</style><main>${BARE}</main>`],
  'a card that is transformed': [
    `<style>main { transform: translate(90px, 70px) }</style><main>${BARE}</main>`,
  ],
  'a body that is transformed': [
    `<style>body { transform: scale(1.25) translate(30px, 20px); transform-origin: 0 0 }</style>${BARE}`,
  ],
  'a document that is transformed': [
    `<style>html { transform: translate(30px, 20px) }</style>${BARE}`,
  ],
  'a document with margins': [
    `<style>html { position: relative; margin: 50px 70px; padding: 10px }</style>${BARE}`,
  ],
  'a page that runs from right to left': [`<style>html { direction: rtl }</style>${BARE}`],
  'a page that runs from top to bottom': [
    `<style>html { writing-mode: vertical-rl }</style>${BARE}`,
  ],
  'styles for everything there is': [
    `<style>div:not(.voice-card) { display: none !important; opacity: 0 !important; zoom: 2 !important;
      transform: scale(3) !important; position: fixed !important; inset: 40px !important }</style>${BARE}`,
  ],
  'a card that is fixed': [
    `<style>.voice-card { position: fixed; bottom: 20px; right: 20px }</style>${SPACE}${BARE}`,
    (page) => page.evaluate(() => scrollTo(0, 500)),
  ],
  'a card that moves later': [
    BARE,
    (page) => cardOn(page).evaluate((card) => card.setAttribute('style', 'margin:200px 300px')),
  ],
  'a modal dialog': [
    `<dialog>${BARE}</dialog>`,
    (page) => page.evaluate(() => document.querySelector('dialog')?.showModal()),
  ],
  'a popover': [
    `<div popover class="chat">${BARE}</div>`,
    (page) => page.evaluate(() => document.querySelector<HTMLElement>('.chat')?.showPopover()),
  ],
  'an element that fills the screen': [
    `<main>${BARE}</main>`,
    (page) => page.evaluate(() => document.querySelector('main')?.requestFullscreen()),
  ],
};

test('our button stands in the corner of its card, however the page is built', async ({
  stage,
}) => {
  const page = await stage.open('');
  for (const [name, [body, then]] of Object.entries(PAGES)) {
    await test.step(name, async () => {
      await stage.show(page, LOOK + body);
      await expectState(cardOn(page), 'idle');
      await then?.(page);
      await until(() => cornerOf(page), name).toEqual(IN_PLACE);
    });
  }
});

/** Half of a button's width, and how far its middle is from the edges of its card, in pixels. */
const [HALF, DEEP] = [18, 26];
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
const IN_PLACE = { within: [true, true, true, true], beyond: [false, false, false, false] };

/** Whether what is on top is ours, just within the edges of where a button should be and just beyond them. */
async function cornerOf(page: Page): Promise<unknown> {
  const corner = await cardOn(page).evaluate((card) => {
    const { left, right, top } = card.getBoundingClientRect();
    return { left, right, top, direction: getComputedStyle(card).direction };
  });
  const x = corner.direction === 'rtl' ? corner.left + DEEP : corner.right - DEEP;
  const at = (far: number) =>
    Promise.all(SIDES.map(([dx, dy]) => isOurs(page, x + dx * far, corner.top + DEEP + dy * far)));
  return { within: await at(HALF - 2), beyond: await at(HALF + 2) };
}

test('our button stays on a card that is round, and makes no page larger', async ({ stage }) => {
  const row = 'display:flex;overflow:hidden;width:100vw;margin:0 -8px';
  const page = await stage.open(
    `<style>.voice-card { flex: none; width: 200px; height: 200px; border-radius: 50%; background: #dde }</style>
    <main style="${row}">${BARE.repeat(12)}</main>`,
  );
  await expectState(cardOn(page, 11), 'idle');
  const roots = await ClosedRoots.of(page);
  // Six fit, and the seventh is cut off where its button would be.
  await until(() => roots.count('Talk to this agent')).toBe(6);
  const middle = async () => {
    const { left, right, top, bottom } = await roots.box('Talk to this agent');
    return cardOn(page).evaluate(
      (card, [x, y]) => document.elementsFromPoint(x, y).includes(card),
      [(left + right) / 2, (top + bottom) / 2] as const,
    );
  };
  await until(middle).toBe(true);
  const size = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(size).toBe(0);
});

test('what shows a conversation keeps to its card', async ({ stage }) => {
  const inWriting = BARE.replace('>', ' data-text-only>');
  const page = await stage.open(
    `${LOOK}<main style="height:400px;overflow:auto"><div style="height:150px"></div>${inWriting}${SPACE}</main>${SPACE}`,
  );
  const roots = await ClosedRoots.of(page);
  await roots.click('Talk to this agent');
  await expectLive(cardOn(page));
  const below = async () => {
    const card = await cardOn(page).evaluate((element) => element.getBoundingClientRect().toJSON());
    const pill = await roots.box('Conversation', 'group');
    const width = page.viewportSize()?.width ?? 0;
    return {
      gap: pill.top - card.bottom,
      isBeside: pill.left < card.right && pill.right > card.left,
      isInWindow: pill.left >= 8 && pill.right <= width - 8,
    };
  };
  const close = { gap: expect.closeTo(8, 0), isBeside: true, isInWindow: true };
  await until(below).toEqual(close);
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 90));
  await until(below).toEqual(close);
  await page.evaluate(() => scrollTo(0, 70));
  await until(below).toEqual(close);
  await page.setViewportSize({ width: 320, height: 500 });
  await until(below).toEqual(close);

  // Out of sight with its card, and back.
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 600));
  await roots.expectNoButton('End the conversation');
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 90));
  await until(below).toEqual(close);

  // A framework puts another element in its place, further down.
  await cardOn(page).evaluate((card) => {
    const other = document.createElement('div');
    other.innerHTML = card.outerHTML;
    other.style.marginTop = '40px';
    card.replaceWith(other);
  });
  await expectLive(cardOn(page));
  await until(below).toEqual(close);

  // Where there is no room below it, above.
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
  await page.setViewportSize({ width: 320, height: 230 });
  const above = async () => {
    const { top } = await cardOn(page).evaluate((card) => card.getBoundingClientRect().toJSON());
    return top - (await roots.box('Conversation', 'group')).bottom;
  };
  await until(above).toBeCloseTo(8, 0);

  const html = await cardOn(page).evaluate((card) => card.outerHTML);
  await cardOn(page).evaluate((card) => card.remove());
  await roots.expectNoButton('End the conversation');
  await page.evaluate((card) => {
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', card);
    document.querySelector('.voice-card')?.scrollIntoView({ block: 'center' });
  }, html);
  await roots.click('End the conversation');
  await expectState(cardOn(page), 'idle');
});
