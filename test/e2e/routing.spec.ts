import type { Page } from 'playwright/test';
import { ClosedRoots } from '../support/closed-roots.ts';
import { aMark } from '../support/marks.ts';
import { look } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { anchorOf, storeMarks } from '../support/stored-marks.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from './stage.ts';

const SITE = 'http://127.0.0.1';
const HELP =
  '<h2>Help desk</h2><p>Ask about your order 4711</p><button id="help">Get help</button>';

test('a page that changes its address keeps the conversation, and has the marks of where it is', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(`<main>${card()}</main><aside>${HELP}</aside>`);
  const roots = await ClosedRoots.of(page);
  const { pathname } = new URL(page.url());
  const anchor = await anchorOf(page, await page.locator('#help').elementHandle());
  const marks = [
    aMark({
      id: 'page',
      label: 'This page',
      agentId: 'agent_1',
      anchor,
      scope: { kind: 'page', site: SITE, path: pathname },
    }),
    aMark({
      id: 'path',
      label: 'Orders',
      agentId: 'agent_1',
      anchor,
      scope: { kind: 'path', site: SITE, pattern: '/orders/*' },
    }),
  ];
  await storeMarks(stage.browser, marks);
  await roots.expectButton('Talk to This page');
  await roots.expectNoButton('Talk to Orders');
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));

  // Nothing changes but the address.
  await go(page, '/orders/4711');
  await roots.expectButton('Talk to Orders');
  await roots.expectNoButton('Talk to This page');
  await expectLive(cardOn(page));
  // A route without the card, with a fragment; and back to one that has it, drawn anew.
  await go(page, '/orders/4711#details', '');
  await expect(page.locator('.voice-card')).toHaveCount(0);
  await roots.expectButton('Talk to Orders');
  await go(page, pathname, card());
  await expectLive(cardOn(page));
  await roots.expectButton('Talk to This page');
  await page.goBack();
  await roots.expectButton('Talk to Orders');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  backend.close();
});

/** Changes the address without loading anything, and what the page shows. */
async function go(page: Page, path: string, html?: string): Promise<void> {
  await page.evaluate(
    ([to, now]) => {
      history.pushState(null, '', to);
      const main = document.querySelector('main');
      if (now !== undefined && main) main.innerHTML = now;
    },
    [path, html] as const,
  );
}

test('a list that uses its elements once more for others keeps the conversation with its agent', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(rows());
  const roots = await ClosedRoots.of(page);
  const row = page.locator('.row', { hasText: 'Order 2 ' });
  const anchor = await anchorOf(page, await row.elementHandle());
  await storeMarks(stage.browser, [aMark({ label: 'Order two', anchor })]);
  await roots.expectButton('Talk to Order two');
  await look(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));

  // The same elements show others now: the conversation goes on, and no card of another agent has it.
  await recycle(page, 10);
  await expect(cardOn(page)).toHaveAttribute('data-agent-id', 'agent_1');
  await expectState(cardOn(page), 'idle');
  await roots.expectNoButton('Talk to Order two');
  expect(await stage.host.liveTracks()).toBe(1);
  await clickTalk(cardOn(page));
  await roots.expectAlert('Another conversation is running.');
  await recycle(page, 0);
  await expectLive(cardOn(page));
  await roots.expectButton('Talk to Order two');
  await clickTalk(cardOn(page));
  await expectState(cardOn(page), 'idle');
  backend.close();
});

/** A list of five rows, of which the first is a card. */
function rows(): string {
  const row = (i: number) =>
    `<li class="row"><b>Order ${i} of tea</b> <a href="/order/${i}">Details</a></li>`;
  return `${card()}<ul>${[0, 1, 2, 3, 4].map(row).join('')}</ul>`;
}

/** Has each element show what comes so many rows later. */
async function recycle(page: Page, from: number): Promise<void> {
  await page.evaluate((first) => {
    document
      .querySelector('.voice-card')
      ?.setAttribute('data-agent-id', first === 0 ? 'echo' : 'agent_1');
    for (const [i, row] of document.querySelectorAll('.row').entries()) {
      const [name, link] = row.children;
      if (name) name.textContent = `Order ${first + i} of tea`;
      link?.setAttribute('href', `/order/${first + i}`);
    }
  }, from);
}

test.describe('a page that was left', () => {
  test.use({ backForwardCache: true });

  test('comes back from the cache with the conversation and the marks there are by then', async ({
    stage,
  }) => {
    const page = await stage.open(`${card()}${HELP}`);
    const roots = await ClosedRoots.of(page);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'wasKept', persisted));
    });
    const anchor = await anchorOf(page, await page.locator('#help').elementHandle());
    await storeMarks(stage.browser, [aMark({ label: 'Help', anchor })]);
    await roots.expectButton('Talk to Help');
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    const away = new URL('/index.html', page.url()).href;
    await page.goto(away);
    expect(await stage.host.liveTracks()).toBe(1);
    await storeMarks(stage.browser, [aMark({ label: 'Help desk', anchor })]);
    await page.goBack({ waitUntil: 'commit' });
    await expectLive(cardOn(page));
    expect(await page.evaluate(() => Reflect.get(window, 'wasKept'))).toBe(true);
    await roots.expectButton('Talk to Help desk');

    // It ends while the page is away.
    await page.goto(away);
    const popup = await stage.openOwn('popup.html');
    await popup.getByRole('button', { name: 'End conversation' }).click();
    await popup.close();
    await storeMarks(stage.browser, []);
    await page.goBack({ waitUntil: 'commit' });
    await expectState(cardOn(page), 'idle');
    await roots.expectNoButton('Talk to Help desk');
    expect(await page.evaluate(() => Reflect.get(window, 'wasKept'))).toBe(true);
  });
});
