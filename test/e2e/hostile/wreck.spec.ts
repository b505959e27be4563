import type { Page } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { look } from '../../support/pace.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { cardOf, restyle, shadowAll } from '../../support/wrecking.ts';
import { expectReleased } from '../../support/released.ts';
import {
  type Stage,
  card,
  cardOn,
  clickTalk,
  expect,
  expectLive,
  expectState,
  test,
} from '../stage.ts';
import { until } from '../../support/until.ts';

/** As many cards as no page has. */
const SWARM = 10_000;
/** A hundred of them on each shelf, for the browser need not look on shelves that are elsewhere. */
const SHELVES = `<style>
  section { contain: strict; height: 176px; display: grid; grid: repeat(4, 44px) / repeat(25, 44px) }
</style>`;
/** Our own buttons at once, at most. */
const MOST = 50;

test('ten thousand cards get few buttons of ours, ask nobody, and leave the others as they were', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(`${SHELVES}${card()}<main></main>`);
  await expectState(cardOn(page), 'idle');
  await page.evaluate((count) => {
    const bare = (i: number) => `<b class="voice-card" data-agent-id="agent_${i}">${i}</b>`;
    const shelf = (from: number) =>
      `<section>${Array.from({ length: 100 }, (_, i) => bare(from + i)).join('')}</section>`;
    const html = Array.from({ length: count / 100 }, (_, i) => shelf(100 * i)).join('');
    document.querySelector('main')?.setHTMLUnsafe(html);
  }, SWARM);
  await expectState(cardOn(page, SWARM), 'idle');
  await until(() => ownButtons(page)).toBe(MOST);
  expect(backend.asked).toEqual([]);
  await page.evaluate(() => document.querySelector('main')?.remove());
  await until(() => page.locator('html > div').count()).toBe(0);
  await look(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);
  backend.close();
});

test('a page that takes ours away again and again gains nothing: the conversation goes on, and ends as ever', async ({
  stage,
}) => {
  const page = await stage.open(card());
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  const taken = await page.evaluate(async () => {
    let count = 0;
    for (let frame = 0; frame < 120; frame++) {
      const ours = document.querySelectorAll('html > div');
      for (const host of ours) host.remove();
      count += ours.length;
      document.querySelector('.voice-mic-btn')?.removeAttribute('aria-pressed');
      document.querySelector('.voice-card')?.removeAttribute('data-voice-state');
      await new Promise(requestAnimationFrame);
    }
    return count;
  });
  expect(taken).toBeGreaterThan(1);
  expect(await page.locator('html > div').count()).toBeLessThanOrEqual(1);
  await expectLive(cardOn(page));
  expect(await stage.host.liveTracks()).toBe(1);
  // From now on it goes on for as long as the page is there.
  await page.evaluate(() => {
    const take = () => {
      document.querySelector('html > div')?.remove();
      requestAnimationFrame(take);
    };
    take();
  });
  const popup = await stage.openOwn('popup.html');
  await popup.getByRole('button', { name: 'End conversation' }).click();
  await expectReleased(stage);
  await page.bringToFront();
  await expectState(cardOn(page), 'idle');
  expect(errors).toEqual([]);
});

test('no style that a page gives to ours changes how it looks', async ({ stage }) => {
  const bare = '<div class="voice-card" data-agent-id="echo">Bare</div>';
  const page = await stage.open(`<p>Words</p>${bare}`);
  const roots = await ClosedRoots.of(page);
  await roots.expectButton('Talk to this agent');
  expect(await page.evaluate(restyle, 'html > div')).toEqual([]);
  // It does change what is the page's own.
  expect((await page.evaluate(restyle, 'p')).length).toBeGreaterThan(9);
  await roots.click('Talk to this agent');
  await expectLive(cardOn(page));
});

test('a form whose fields shadow everything that it could be asked is a card like any other', async ({
  stage,
}) => {
  const page = await stage.open('<main></main>');
  const names = await page.evaluate(shadowAll, 'echo');
  expect(names).toBeGreaterThan(300);
  await until(() => page.evaluate(cardOf)).toMatchObject({ state: 'idle' });
  const { x, y } = await page.evaluate(cardOf);
  await look(page);
  await page.mouse.click(x, y);
  await until(() => page.evaluate(cardOf)).toMatchObject({ state: 'speaking' });
});

test('a document whose own methods are shadowed starts nothing by itself, and the next page is as ever', async ({
  stage,
}) => {
  const names = await documentNames(stage);
  const traps = names.map((name) => `<img name="${name}" alt="">`).join('');
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(traps + card());
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.close();
  expect(backend.asked).toEqual([]);
  const next = await stage.open(card());
  await clickTalk(cardOn(next));
  await expectLive(cardOn(next));
  expect(backend.asked).toHaveLength(1);
  backend.close();
});

/** The names of all that a document can be asked. */
async function documentNames(stage: Stage): Promise<string[]> {
  const page = await stage.open('');
  const names = await page.evaluate(() => Object.getOwnPropertyNames(Document.prototype));
  await page.close();
  return names;
}

/** How many buttons of ours there are: counted by the browser, since on such a page all else takes its time. */
async function ownButtons(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('html > div')`,
  });
  const { node } = await session.send('DOM.describeNode', {
    objectId: result.objectId ?? '',
    depth: -1,
    pierce: true,
  });
  await session.detach();
  const [root] = node.shadowRoots ?? [];
  return (root?.children ?? []).filter(({ attributes = [] }) => attributes.includes('own')).length;
}
