import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { standIn, takesCall } from '../support/stand-in.ts';
import { card, cardOn, expect, expectLive, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

const BARE =
  '<div class="voice-card" data-agent-id="echo" data-name="Ada">A card without a button</div>';

test('by keyboard, what is ours comes right after its card, and leads back to it', async ({
  stage,
}) => {
  const backend = await standIn({ echo: [takesCall], agent_1: [takesCall] });
  await stage.set({ backendUrl: backend.url, opensPanel: false });
  const page = await stage.open(
    `<a href="#1">One</a>${BARE}<a href="#2">Two</a>${card('agent_1')}<a href="#3">Three</a>`,
  );
  const roots = await ClosedRoots.of(page);
  await expectState(cardOn(page, 1), 'idle');
  await roots.expectButton('Talk to Ada');
  const way = walker(page, roots);
  await way.forward('One', 'Talk to Ada', 'Two', 'Talk', 'Three');
  await way.back('Talk', 'Two', 'Talk to Ada');

  await press(page, 'Enter');
  await expectLive(cardOn(page));
  await roots.expectFocus('End the conversation');
  await way.forward('Mute microphone', 'Open panel', 'End the conversation', 'Two');
  await way.back('End the conversation', 'Open panel', 'Mute microphone');
  await press(page, 'Space');
  await roots.expectFocus('Unmute microphone');
  await way.forward('Open panel', 'End the conversation');
  await press(page, 'Enter');
  await expectState(cardOn(page), 'idle');
  await roots.expectFocus('Talk to Ada');

  await stage.later();
  await way.forward('Two', 'Talk');
  await press(page, 'Enter');
  await expectLive(cardOn(page, 1));
  await way.forward('Mute microphone');
  await press(page, 'Enter');
  await roots.expectFocus('Unmute microphone');
  await way.forward('Open panel', 'End the conversation');
  await press(page, 'Enter');
  await expectState(cardOn(page, 1), 'idle');
  await roots.expectFocus('Talk');

  await stage.set({ backendUrl: 'http://127.0.0.1:9' });
  await stage.later();
  await press(page, 'Enter');
  await roots.expectAlert('The voice backend cannot be reached. Is it running?');
  await way.forward('Open options', 'Dismiss', 'Three');
  await way.back('Dismiss');
  await press(page, 'Enter');
  await roots.expectNoAlert();
  await roots.expectFocus('Talk');
  backend.close();
});

/** Presses a key once the button that has the focus was seen for long enough to mean it. */
async function press(page: Page, key: string): Promise<void> {
  await look(page);
  await page.keyboard.press(key);
}

/** Walks by Tab, and expects to come by what has these names. */
function walker(page: Page, roots: ClosedRoots) {
  const walk =
    (key: string) =>
    async (...names: string[]) => {
      for (const name of names) {
        await page.keyboard.press(key);
        await roots.expectFocus(name);
      }
    };
  return { forward: walk('Tab'), back: walk('Shift+Tab') };
}

const SPACE = '<div style="height:2000px"></div>';

test('a card is come by where it can be seen: out of sight, not while it is hidden or behind a dialog, and where it is all there is', async ({
  stage,
}) => {
  const page = await stage.open(
    `<a href="#1">One</a>${SPACE}${BARE}${SPACE}<main aria-label="Shop" style="height:300px;overflow:auto">${SPACE}${BARE.replace('Ada', 'Bo')}</main><a href="#2">Two</a>`,
  );
  const roots = await ClosedRoots.of(page);
  await test.step('a card out of sight is come by, and comes into sight', () =>
    expectInSight(page, roots));
  await test.step('a hidden card is not come by, nor one that a dialog stands before', async () => {
    const named = (name: string) => BARE.replace('Ada', name);
    await stage.show(
      page,
      `<a href="#0">Zero</a><dialog><a href="#h">Half</a>${named('Cy')}<a href="#1">One</a></dialog>${SPACE}${BARE}${SPACE}<div style="visibility:hidden">${named('Bo')}</div><a href="#2">Two</a>`,
    );
    await expectPassedBy(page, roots);
  });
  await test.step('a card that is all there is on a page is reached, and left', async () => {
    await stage.show(page, BARE);
    await roots.expectButton('Talk to Ada');
    await page.keyboard.press('Tab');
    await roots.expectFocus('Talk to Ada');
    await page.keyboard.press('Tab');
    await until(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });
});

async function expectInSight(page: Page, roots: ClosedRoots): Promise<void> {
  await expectState(cardOn(page), 'idle');
  const way = walker(page, roots);
  await way.forward('One', 'Talk to Ada');
  await expect(cardOn(page)).toBeInViewport();
  await roots.expectButton('Talk to Ada');
  // What scrolls is a place of its own for the keyboard.
  await way.forward('Shop', 'Talk to Bo');
  await expect(cardOn(page, 1)).toBeInViewport();
  await way.forward('Two');
  await way.back('Talk to Bo', 'Shop', 'Talk to Ada', 'One');
}

async function expectPassedBy(page: Page, roots: ClosedRoots): Promise<void> {
  await expectState(cardOn(page, 1), 'idle');
  const way = walker(page, roots);
  await way.forward('Zero', 'Talk to Ada', 'Two');
  await way.back('Talk to Ada', 'Zero');
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector('dialog')?.showModal();
  });
  await roots.expectButton('Talk to Cy');
  await page.getByRole('link', { name: 'Half' }).focus();
  await way.forward('Talk to Cy', 'One');
  await page.keyboard.press('Tab');
  await until(() => roots.focusedName()).not.toBe('One');
  expect(await roots.focusedName()).not.toBe('Talk to Ada');
}

test('a press with the mouse moves nothing under it, and a state is said once, by the one status message of the page', async ({
  stage,
}) => {
  const tall = BARE.replace('data-name', 'style="height:3000px" data-name');
  const page = await stage.open(`<div style="height:500px"></div>${tall}${card('agent_1')}`);
  const roots = await ClosedRoots.of(page);
  await page.evaluate(() => scrollTo(0, 300));
  await roots.expectButton('Talk to Ada');
  expect(await roots.statuses()).toEqual([]);
  await roots.click('Talk to Ada');
  await until(() => roots.statuses()).toEqual(['Speaking']);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await until(() => roots.statuses()).toEqual(['Listening']);
  await roots.click('Mute microphone');
  await until(() => roots.statuses()).toEqual(['Muted']);
  await roots.click('End the conversation');
  await until(() => roots.statuses()).toEqual([]);
});
