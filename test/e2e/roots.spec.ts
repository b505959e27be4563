import type { JSHandle, Page } from 'playwright/test';
import { ClosedRoots } from '../support/closed-roots.ts';
import { aMark } from '../support/marks.ts';
import { look, atAPersonsPace } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { anchorOf, storeMarks } from '../support/stored-marks.ts';
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

/** A page whose elements have roots: one open with a card in an inner one, one closed, one with a bare card. */
const PAGE =
  '<shop-item></shop-item><hr><sealed-item></sealed-item><hr><bare-item><p>Slotted</p></bare-item>';
const BARE = '<div class="voice-card" data-agent-id="echo" style="height:80px"><slot></slot></div>';

async function attachRoots(page: Page): Promise<JSHandle<ShadowRoot>> {
  return page.evaluateHandle(
    ([own, bare]) => {
      const attach = (host: string | Element, mode: 'open' | 'closed', html: string) => {
        const element = typeof host === 'string' ? document.querySelector(host) : host;
        if (!element) throw new Error('A host is missing.');
        const root = element.attachShadow({ mode });
        root.innerHTML = html;
        return root;
      };
      const inner = attach('shop-item', 'open', '<div id="inner"></div>').getElementById('inner');
      if (inner) attach(inner, 'open', own);
      attach('bare-item', 'open', bare);
      return attach('sealed-item', 'closed', `${own}<button id="buy">Buy now</button>`);
    },
    [card(), BARE] as const,
  );
}

test('cards in open and closed shadow roots are found, show their state and talk, and marks reach into closed ones', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(PAGE);
  const closed = await attachRoots(page);
  const sealed = () =>
    closed.evaluate((root) => root.querySelector('.voice-card')?.getAttribute('data-voice-state'));
  // Playwright looks into open roots by itself.
  const open = page.locator('shop-item .voice-card');
  await expectState(open, 'idle');
  await until(sealed).toBe('idle');
  await look(page);
  await clickTalk(open);
  await expectLive(open);
  // The same agent's: it shows on the card that was clicked, and on no other.
  expect(await sealed()).toBe('idle');
  await clickTalk(open);
  await expectState(open, 'idle');

  const button = await closed.evaluateHandle((root) => root.querySelector('.voice-mic-btn'));
  const box = await button.asElement()?.boundingBox();
  const click = () =>
    atAPersonsPace(page, () => page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5));
  await stage.later();
  await click();
  await until(sealed).toMatch(/listening|speaking/);
  await click();
  await until(sealed).toBe('idle');

  const roots = await ClosedRoots.of(page);
  await stage.later();
  await roots.click('Talk to this agent');
  await expectLive(page.locator('bare-item .voice-card'));
  await roots.click('End the conversation');
  await expectState(page.locator('bare-item .voice-card'), 'idle');

  await test.step('a mark reaches into a closed root, and follows what it renders', () =>
    expectMarkFollows(stage, page, closed));

  // A card that its root renders anew, and one that comes later.
  await closed.evaluate((root, html) => (root.innerHTML = html), card());
  await until(sealed).toBe('idle');
  await page.evaluate(() => document.querySelector('bare-item')?.remove());
  await roots.expectNoButton('Talk to this agent');

  await test.step('a card in a root works in the very task in which it is attached', async () => {
    await stage.later();
    await stage.show(page, '<button id="attach">Attach</button><late-item></late-item>');
    await attachInKeydown(page);
    await expectState(cardOn(page), 'asking');
    await stage.answer('This time');
    await expectLive(cardOn(page));
  });
  backend.close();
});

async function attachInKeydown(page: Page): Promise<void> {
  await page.evaluate((html) => {
    document.getElementById('attach')?.addEventListener('keydown', () => {
      const root = document.querySelector('late-item')?.attachShadow({ mode: 'open' });
      if (!root) return;
      root.innerHTML = html;
      root.querySelector<HTMLElement>('.voice-mic-btn')?.focus();
    });
  }, card());
  await page.locator('#attach').focus();
  await page.keyboard.press('Enter');
}

async function expectMarkFollows(
  stage: Stage,
  page: Page,
  closed: JSHandle<ShadowRoot>,
): Promise<void> {
  const buy = (await closed.evaluateHandle((root) => root.getElementById('buy'))).asElement();
  const mark = aMark({ label: 'Checkout', anchor: await anchorOf(page, buy) });
  expect(mark.anchor.roots).toEqual(['sealed-item']);
  await storeMarks(stage.browser, [mark]);
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to Checkout');
  await closed.evaluate((root) => root.getElementById('buy')?.remove());
  await roots.expectNoButton('Talk to Checkout');
  await closed.evaluate((root) => (root.innerHTML = '<p><button id="buy">Buy now</button></p>'));
  await roots.expectButton('Talk to Checkout');
}
