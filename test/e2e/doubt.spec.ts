import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { look } from '../support/pace.ts';
import { SentMessages } from '../support/sent.ts';
import { json, standIn } from '../support/stand-in.ts';
import { type Stage, card, cardOn, expect, expectState, test } from './stage.ts';
import { until } from '../support/until.ts';

const VEIL = 'position:fixed;inset:0;background:#fff;pointer-events:none';

/** What a page may do so that a person clicks what they do not see; all but the last leave the click its way. */
const TRICKS: Readonly<Record<string, string>> = {
  'an invisible body': `<style>body { opacity: 0 }</style>${card()}`,
  'an invisible document': `<style>html { opacity: 0.05 }</style>${card()}`,
  'an invisible card': `<style>.voice-card { opacity: 0.1 }</style>${card()}`,
  'a filter': `<style>main { filter: opacity(0%) }</style><main>${card()}</main>`,
  'a popover that lets clicks through': `${card()}<div popover style="${VEIL};width:auto;height:auto;border:0">Win!</div>`,
  'a layer that lets clicks through': `${card()}<div style="${VEIL};z-index:9">Win!</div>`,
  'a layer that insists on it': `${card()}<div style="${VEIL.replace('none', 'none !important')};z-index:9">Win!</div>`,
  'a clipped button': `<style>.voice-mic-btn { clip-path: circle(6px at 10px 10px) }</style>${card()}`,
  'a shrunken card': `<style>.voice-card { scale: 0.5; transform-origin: 0 0 } .voice-mic-btn { font-size: 40px }</style>${card()}`,
  'a card transformed to be small': `<style>.voice-card { transform: scale(0.5); transform-origin: 0 0 } .voice-mic-btn { font-size: 40px }</style>${card()}`,
  'a mask': `<style>main { mask-image: linear-gradient(#0001, #0001) }</style><main>${card()}</main>`,
  'a blend': `<style>main { mix-blend-mode: screen }</style><main>${card()}</main>`,
  'a tiny button': `<style>.voice-mic-btn { all: unset; display: block; width: 9px; height: 40px; overflow: hidden }</style>${card()}`,
};

/** Starts the finder anew on a page, in a browser that does not tell by itself what can be seen. */
async function forgetVisibility(stage: Stage, page: Page): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
    const target = { tabId: tab?.id ?? 0, allFrames: true };
    const func = () => Reflect.deleteProperty(IntersectionObserverEntry.prototype, 'isVisible');
    await chrome.scripting.executeScript({ target, func });
    await chrome.scripting.executeScript({ target, files: ['/content.js'] });
  }, page.url());
}

/** Where a person looks at a page. */
interface Scene {
  readonly stage: Stage;
  readonly page: Page;
  /** Shows a page with one card, and has a person look at it for long enough. */
  readonly show: (body: string) => Promise<void>;
  /** Whether what a person did to start a conversation was doubted. */
  readonly isDoubted: (act: () => Promise<void>) => Promise<unknown>;
}

/** What a person may have seen of a button, or not, before they press it. */
const SIGHTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a button that came up a moment ago is doubted, and believed once it was seen': async ({
    stage,
    page,
    show,
    isDoubted,
  }) => {
    await show(`<main style="opacity:0">${card('nobody')}</main>`);
    await page.mouse.move(200, 200);
    // In the very moment of the press: a busy computer would give the person time to see it.
    await page.evaluate(() => {
      const comeUp = () => document.querySelector('main')?.removeAttribute('style');
      addEventListener('pointermove', comeUp, { once: true });
    });
    expect(await isDoubted(() => clickAt(page))).toBe(true);
    await expectState(cardOn(page), 'asking');
    await look(page);
    await clickAt(page);
    await expectState(cardOn(page), 'idle');
    await look(page);
    await stage.later();
    expect(await isDoubted(() => clickAt(page))).toBe(false);
    await expectState(cardOn(page), 'error');
  },
  'a press that a page keeps to itself does not pass for the one before': async ({
    page,
    show,
    isDoubted,
  }) => {
    await show(card('nobody'));
    expect(await isDoubted(() => clickAt(page))).toBe(false);
    await expectState(cardOn(page), 'error');
    await page.evaluate(() => {
      document.body.style.opacity = '0';
      addEventListener('pointerdown', (event) => event.stopImmediatePropagation(), true);
    });
    await look(page);
    expect(await isDoubted(() => clickAt(page))).toBe(true);
  },
  'a button that the frame around it makes invisible is doubted': async ({
    page,
    show,
    isDoubted,
  }) => {
    // The frame first, for its address has to be known.
    await show(card());
    const inner = page.url().replace('127.0.0.1', 'plain.test');
    const frame = `<iframe src="${inner}" style="border:0;opacity:.05"></iframe>`;
    await show(`${card('nobody')}${frame}`);
    const within = page.frameLocator('iframe');
    await expectState(within.locator('.voice-card'), 'idle');
    await look(page);
    expect(await isDoubted(() => within.getByRole('button', { name: 'Talk' }).click())).toBe(true);
  },
  'our own is believed like any other, whatever of ours is beside it, and doubted under a cover':
    async ({ stage, page, show, isDoubted }) => {
      await show('<div class="voice-card" data-agent-id="nobody">Bare</div>');
      const roots = await ClosedRoots.of(page);
      await roots.point('Talk to this agent');
      expect(await isDoubted(() => roots.click('Talk to this agent'))).toBe(false);
      await roots.expectAlert('The voice backend does not offer this agent.');
      await look(page);
      await stage.later();
      expect(await isDoubted(() => roots.click('Talk to this agent'))).toBe(false);
      await coverWhole(page);
      await look(page);
      await stage.later();
      expect(await isDoubted(() => roots.click('Talk to this agent'))).toBe(true);
    },
  'so is the button that calls again': async ({ stage, page, show, isDoubted }) => {
    await show(card('nobody'));
    const roots = await ClosedRoots.of(page);
    const backend = await standIn({ nobody: [json(500, {})] });
    await stage.set({ backendUrl: backend.url });
    await clickAt(page);
    await roots.expectAlert(/^The voice backend had a problem/);
    expect(await isDoubted(() => roots.click('Call again'))).toBe(false);
    await roots.expectAlert(/^The voice backend had a problem/);
    await coverWhole(page);
    await stage.later();
    expect(await isDoubted(() => roots.click('Call again'))).toBe(true);
    backend.close();
  },
  'a key is believed once the button had the focus for a while': async ({
    stage,
    page,
    show,
    isDoubted,
  }) => {
    await show(card('nobody'));
    const pressEnter = () => page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isDoubted(pressEnter)).toBe(true);
    await expectState(cardOn(page), 'asking');
    await look(page);
    await pressEnter();
    await expectState(cardOn(page), 'idle');
    await look(page);
    await stage.later();
    expect(await isDoubted(pressEnter)).toBe(false);
    await expectState(cardOn(page), 'error');
  },
};

const BROWSERS = {
  'where the browser tells what can be seen': async () => {},
  'where it does not tell': forgetVisibility,
};

for (const [name, prepare] of Object.entries(BROWSERS)) {
  test.describe(name, () => {
    test('no trick goes undoubted', async ({ stage }) => {
      await keepQuestionsAway(stage);
      const page = await stage.open('');
      const clicks = await SentMessages.to(await stage.browser.worker());
      await prepare(stage, page);
      const verdicts: Record<string, unknown> = {};
      for (const [nth, [trick, body]] of Object.entries(TRICKS).entries()) {
        // Another agent for each, for a card of the same one would take over the state of the card before.
        await fill(page, body.replace('"echo"', `"agent_${nth}"`));
        await expectState(cardOn(page), 'idle');
        await look(page);
        verdicts[trick] = await wasDoubted(clicks, () => clickAt(page));
      }
      const all = Object.keys(TRICKS).map((trick) => [trick, true]);
      expect(verdicts).toEqual(Object.fromEntries(all));
    });

    test('what a person has not seen is doubted, and what they have seen is believed', async ({
      stage,
    }) => {
      await keepQuestionsAway(stage);
      const page = await stage.open('');
      const clicks = await SentMessages.to(await stage.browser.worker());
      for (const [what, expectIt] of Object.entries(SIGHTS)) {
        await test.step(what, async () => {
          await stage.later();
          const show = async (body: string) => {
            await stage.show(page, body);
            await expectState(cardOn(page), 'idle');
            await prepare(stage, page);
            await look(page);
          };
          await expectIt({ stage, page, show, isDoubted: (act) => wasDoubted(clicks, act) });
        });
      }
    });
  });
}

/** Clicks a card's own button where it is, whatever lies over it. */
async function clickAt(page: Page): Promise<void> {
  const box = await page.locator('.voice-mic-btn').boundingBox();
  await page.mouse.click((box?.x ?? 0) + Math.min(10, (box?.width ?? 0) / 2), (box?.y ?? 0) + 10);
}

/** Covers all of a page, ours too, with something through which clicks fall. */
async function coverWhole(page: Page): Promise<void> {
  await page.evaluate((style) => {
    const veil = document.body.appendChild(document.createElement('div'));
    veil.popover = 'manual';
    veil.style.cssText = `${style};width:auto;height:auto`;
    veil.showPopover();
  }, VEIL);
}

/** Whether what a person did to start a conversation was doubted. */
async function wasDoubted(clicks: SentMessages, act: () => Promise<void>): Promise<unknown> {
  const before = (await clicks.all('startCard')).length;
  await act();
  await until(async () => (await clicks.all('startCard')).length).toBe(before + 1);
  const click = (await clicks.all('startCard')).at(-1);
  return typeof click === 'object' && click !== null && Reflect.get(click, 'isDoubtful');
}

/** Has no panel and no window open for a question: it waits for its answer, which nobody gives here. */
async function keepQuestionsAway(stage: Stage): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(() => {
    chrome.sidePanel.open = () => Promise.resolve();
    Reflect.set(chrome.windows, 'create', () => Promise.resolve());
  });
}

/** Puts this into a page's body, in the place of all that was there. */
async function fill(page: Page, html: string): Promise<void> {
  await page.evaluate((body) => {
    document.body.innerHTML = body;
    document.querySelector<HTMLElement>('[popover]')?.showPopover();
  }, html);
}
