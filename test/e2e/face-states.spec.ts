import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { isOurs } from '../support/ours.ts';
import { standIn, staysSilent } from '../support/stand-in.ts';
import { expectReleased } from '../support/released.ts';
import { type Stage, cardOn, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

/** A card without a button of its own, for which there is room all around. */
function bare(agentId = 'echo', attributes = ''): string {
  return `<div class="voice-card" data-agent-id="${agentId}" ${attributes} style="margin:100px">Ask about your order</div>`;
}

test('a spoken conversation: its button is explained, each of its states is drawn, and can be muted and ended', async ({
  stage,
}) => {
  const page = await stage.open(`<button>Before</button>${bare('echo', 'data-name="Ada"')}`);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const roots = await ClosedRoots.of(page);
  await test.step('a button is explained when it is pointed at or has the focus', () =>
    expectExplained(page, roots));
  await roots.click('Talk to Ada');
  await roots.expectStatus('Speaking');
  await roots.expectButton('End the conversation');
  // How loud it is moves the bars.
  await until(() => levelIn(roots)).toBeGreaterThan(0.05);
  await roots.expectStatus('Listening');
  expect(await roots.textIn('timer', 'Elapsed time')).toMatch(/^0:\d\d$/);
  const before = await roots.textIn('timer', 'Elapsed time');
  await until(() => roots.textIn('timer', 'Elapsed time')).not.toBe(before);

  await roots.click('Mute microphone');
  await roots.expectStatus('Muted');
  await roots.click('Unmute microphone');
  await roots.expectStatus('Listening');
  // Not one word of the greeting is on the page, where its browser might hand it to others.
  expect((await roots.texts()).join(' ')).not.toMatch(/echo agent/i);

  const pill = await roots.box('Conversation', 'group');
  const heard = await clicksHeardBy(page);
  await page.mouse.click(pill.right - 22, (pill.top + pill.bottom) / 2);
  await expectState(cardOn(page), 'idle');
  expect(await heard()).toEqual(['pointerdown DIV', 'click DIV']);
  await roots.expectNoButton('Mute microphone');
  await expectReleased(stage);
});

/** How high the bars are, from 0 to 1. */
async function levelIn(roots: ClosedRoots): Promise<number> {
  const { style = '' } = await roots.attributes('group', 'Conversation');
  return Number(/--level: ([\d.]+)/.exec(style)?.[1] ?? 0);
}

/** Which presses reach a page, and on which elements they seem to be. */
async function clicksHeardBy(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const all: string[] = [];
    Reflect.set(window, 'heardClicks', all);
    for (const type of ['pointerdown', 'click']) {
      const hear = ({ composedPath, target }: Event) =>
        all.push(`${type} ${target instanceof Element ? target.tagName : composedPath.length}`);
      addEventListener(type, hear, true);
      document.documentElement.addEventListener(type, hear);
    }
  });
  return () => page.evaluate(() => Reflect.get(window, 'heardClicks'));
}

test('while it connects and while it asks, it can be cancelled, and an error says why, until it is mended or dismissed', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [staysSilent] });
  await stage.set({ backendUrl: backend.url });
  const page = await stage.open(bare() + bare('stranger'));
  const roots = await ClosedRoots.of(page);
  await roots.click('Talk to this agent');
  await roots.expectStatus('Connecting…');
  await roots.expectButton('Cancel the call');
  await roots.expectNoButton('Mute microphone');
  await roots.click('Cancel');
  await expectState(cardOn(page), 'idle');
  await expectReleased(stage);

  await stage.later();
  await cardOn(page).evaluate((card) => card.remove());
  await roots.click('Talk to this agent');
  await expectState(cardOn(page), 'asking');
  await page.bringToFront();
  await roots.expectStatus('Waiting for your answer');
  await roots.click('Cancel');
  await expectState(cardOn(page), 'idle');
  backend.close();

  await test.step('an error says why, beside its card, until it is mended or dismissed', async () => {
    await stage.set({ backendUrl: 'http://127.0.0.1:9' });
    await stage.later();
    await stage.show(page, bare());
    await expectReason(stage, page);
  });
});

async function expectReason(stage: Stage, page: Page): Promise<void> {
  const roots = await ClosedRoots.of(page);
  const unreachable = 'The voice backend cannot be reached. Is it running?';
  await roots.click('Talk to this agent');
  await roots.expectAlert(unreachable);
  await expectState(cardOn(page), 'error');
  // Where a framework draws the card anew because of its state, the reason stays.
  await page.evaluate(() => {
    const [card] = document.getElementsByClassName('voice-card');
    if (card) card.replaceWith(card.cloneNode(true));
  });
  await expectState(cardOn(page), 'error');
  await roots.expectAlert(unreachable);
  const options = page.context().waitForEvent('page');
  await roots.click('Open options');
  await expect((await options).getByRole('heading', { name: 'Backend' })).toBeVisible();
  await roots.expectNoAlert();

  await page.bringToFront();
  for (const leave of [
    () => roots.click('Dismiss'),
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(2, 2),
  ]) {
    await stage.later();
    await roots.click('Talk to this agent');
    await roots.expectAlert(unreachable);
    await leave();
    await roots.expectNoAlert();
  }

  await stage.later();
  await roots.click('Talk to this agent');
  await roots.expectAlert(unreachable);
  await cardOn(page).evaluate((card) => card.remove());
  await roots.expectNoAlert();
}

async function expectExplained(page: Page, roots: ClosedRoots): Promise<void> {
  const { left, right, top } = await roots.box('Talk to Ada');
  const above = () => isOurs(page, (left + right) / 2, top - 15);
  expect(await above()).toBe(false);
  await page.mouse.move((left + right) / 2, top + 10);
  await roots.expectDrawn('Talk to Ada');
  await until(above).toBe(true);
  // It stays under the pointer, so that who enlarges the screen can read it.
  const middle = (left + right) / 2;
  // Both at once: a busy computer would keep the pointer between the two for longer than the words stay.
  await Promise.all([page.mouse.move(middle, top - 3), page.mouse.move(middle, top - 15)]);
  await until(above).toBe(true);
  await page.mouse.move(2, 2);
  await roots.expectDrawn('Talk to Ada', false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await roots.expectFocus('Talk to Ada');
  await roots.expectDrawn('Talk to Ada');
  await page.keyboard.press('Escape');
  await roots.expectDrawn('Talk to Ada', false);
  await roots.expectFocus('Talk to Ada');
}

test('in writing, there is nothing to mute; where the browser does not open the panel, the card offers to, and says if it cannot', async ({
  stage,
}) => {
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    const open = chrome.sidePanel.open.bind(chrome.sidePanel);
    Reflect.set(globalThis, 'allowPanel', () => (chrome.sidePanel.open = open));
    chrome.sidePanel.open = () => Promise.reject(new Error('refused'));
  });
  const page = await stage.open(bare('echo', 'data-text-only'));
  const roots = await ClosedRoots.of(page);
  await roots.click('Talk to this agent');
  await expectLive(cardOn(page));
  await test.step('in writing, there is nothing to mute', async () => {
    await roots.expectStatus('In writing');
    await roots.expectButton('Open panel');
    await roots.expectNoButton('Mute microphone');
    expect(await stage.host.liveTracks()).toBe(0);
  });
  await roots.click('Open panel');
  await roots.expectAlert('The browser did not open the panel.');
  await worker.evaluate(() => Reflect.get(globalThis, 'allowPanel')());
  const panels = () =>
    worker.evaluate(async () => {
      const contextTypes = [chrome.runtime.ContextType.SIDE_PANEL];
      return (await chrome.runtime.getContexts({ contextTypes })).length;
    });
  expect(await panels()).toBe(0);
  await roots.click('Open panel');
  await until(panels).toBe(1);
  await roots.click('End the conversation');
  await expectState(cardOn(page), 'idle');
});
