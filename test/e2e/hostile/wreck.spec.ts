import type { Page } from 'playwright/test';
import { ClosedRoots } from '../../support/closed-roots.ts';
import { look } from '../../support/pace.ts';
import { standIn, takesCall } from '../../support/stand-in.ts';
import { cardOf, restyle, shadowAll } from '../../support/wrecking.ts';
import { expectReleased } from '../../support/released.ts';
import { card, cardOn, clickTalk, expect, expectLive, expectState, test } from '../stage.ts';
import { until } from '../../support/until.ts';

/** As many cards as no page has. */
const SWARM = 10_000;
/** A hundred of them on each shelf, for the browser need not look on shelves that are elsewhere. */
const SHELVES = `<style>
  section { contain: strict; height: 176px; display: grid; grid: repeat(4, 44px) / repeat(25, 44px) }
</style>`;
/** Our own buttons at once, at most. */
const MOST = 50;

test('ten thousand cards get few buttons of ours, ask nobody, and leave the others as they were, and taking ours away again and again gains nothing', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(`${SHELVES}${card()}<main></main>`);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await expectState(cardOn(page), 'idle');
  await addSwarm(page);
  await expectState(cardOn(page, SWARM), 'idle');
  await until(() => ownButtons(page)).toBe(MOST);
  expect(backend.asked).toEqual([]);
  await page.evaluate(() => document.querySelector('main')?.remove());
  await until(() => page.locator('html > div').count()).toBe(0);
  await look(page);
  await clickTalk(cardOn(page));
  await expectLive(cardOn(page));
  expect(backend.asked).toEqual(['/api/voice-sdk/signed-url/echo']);

  await test.step('a page that takes ours away again and again gains nothing: the conversation goes on, and ends as ever', async () => {
    expect(await takeAway(page)).toBeGreaterThan(1);
    expect(await page.locator('html > div').count()).toBeLessThanOrEqual(1);
    await expectLive(cardOn(page));
    expect(await stage.host.liveTracks()).toBe(1);
    await keepTakingAway(page);
    const popup = await stage.openOwn('popup.html');
    await popup.getByRole('button', { name: 'End conversation' }).click();
    await expectReleased(stage);
    await page.bringToFront();
    await expectState(cardOn(page), 'idle');
  });
  expect(errors).toEqual([]);
  backend.close();
});

async function addSwarm(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const bare = (i: number) => `<b class="voice-card" data-agent-id="agent_${i}">${i}</b>`;
    const shelf = (from: number) =>
      `<section>${Array.from({ length: 100 }, (_, i) => bare(from + i)).join('')}</section>`;
    const html = Array.from({ length: count / 100 }, (_, i) => shelf(100 * i)).join('');
    document.querySelector('main')?.setHTMLUnsafe(html);
  }, SWARM);
}

/** Takes away what is ours in each of 120 frames; gives how often there was something. */
function takeAway(page: Page): Promise<number> {
  return page.evaluate(async () => {
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
}

/** Takes away what is ours from now on, for as long as the page is there. */
async function keepTakingAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    const take = () => {
      document.querySelector('html > div')?.remove();
      requestAnimationFrame(take);
    };
    take();
  });
}

test('no style that a page gives to ours changes how it looks, and nothing that it shadows misleads us', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(
    '<p>Words</p><div class="voice-card" data-agent-id="echo">Bare</div>',
  );
  await test.step('no style that a page gives to ours changes how it looks', async () => {
    const roots = await ClosedRoots.of(page);
    await roots.expectButton('Talk to this agent');
    expect(await page.evaluate(restyle, 'html > div')).toEqual([]);
    // It does change what is the page's own.
    expect((await page.evaluate(restyle, 'p')).length).toBeGreaterThan(9);
    await roots.click('Talk to this agent');
    await expectLive(cardOn(page));
    await roots.click('End the conversation');
    await expectState(cardOn(page), 'idle');
  });
  await test.step('a form whose fields shadow everything that it could be asked is a card like any other', async () => {
    await stage.later();
    await stage.show(page, '<main></main>');
    await expectFormTalks(page);
  });
  expect(backend.asked.splice(0)).toHaveLength(2);
  await test.step('a document whose own methods are shadowed starts nothing by itself, and the next page is as ever', async () => {
    const names = await page.evaluate(() => Object.getOwnPropertyNames(Document.prototype));
    const traps = names.map((name) => `<img name="${name}" alt="">`).join('');
    await stage.show(page, traps + card());
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(backend.asked).toEqual([]);
    await stage.show(page, card());
    await clickTalk(cardOn(page));
    await expectLive(cardOn(page));
    expect(backend.asked).toHaveLength(1);
  });
  backend.close();
});

async function expectFormTalks(page: Page): Promise<void> {
  const names = await page.evaluate(shadowAll, 'echo');
  expect(names).toBeGreaterThan(300);
  await until(() => page.evaluate(cardOf)).toMatchObject({ state: 'idle' });
  const { x, y } = await page.evaluate(cardOf);
  await look(page);
  await page.mouse.click(x, y);
  await until(async () => (await page.evaluate(cardOf)).state).toMatch(/listening|speaking/);
  await look(page);
  await page.mouse.click(x, y);
  await until(() => page.evaluate(cardOf)).toMatchObject({ state: 'idle' });
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
