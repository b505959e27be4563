import type { Page } from 'playwright';
import { ClosedRoots } from '../support/closed-roots.ts';
import { afterALook } from '../support/pace.ts';
import { SentMessages } from '../support/sent.ts';
import { type Stage, card, cardOn, clickTalk, expect, expectState, test } from './stage.ts';

const VEIL = 'position:fixed;inset:0;background:#fff;pointer-events:none';

/** What a page may do so that a person clicks what they do not see; all but the last leave the click its way. */
const TRICKS: Readonly<Record<string, string>> = {
  'an invisible body': `<style>body { opacity: 0 }</style>${card()}`,
  'an invisible document': `<style>html { opacity: 0.05 }</style>${card()}`,
  'an invisible card': `<style>.voice-card { opacity: 0.1 }</style>${card()}`,
  'a filter': `<style>main { filter: opacity(0%) }</style><main>${card()}</main>`,
  'a popover that lets clicks through': `${card()}<div popover id="veil" style="${VEIL};width:auto;height:auto;border:0">Win!</div><script>veil.showPopover()</script>`,
  'a layer that lets clicks through': `${card()}<div style="${VEIL};z-index:9">Win!</div>`,
  'a layer that insists on it': `${card()}<div style="${VEIL.replace('none', 'none !important')};z-index:9">Win!</div>`,
  'a clipped button': `<style>.voice-mic-btn { clip-path: circle(6px at 10px 10px) }</style>${card()}`,
  'a shrunken card': `<style>.voice-card { scale: 0.5; transform-origin: 0 0 } .voice-mic-btn { font-size: 40px }</style>${card()}`,
  'a card transformed to be small': `<style>.voice-card { transform: scale(0.5); transform-origin: 0 0 } .voice-mic-btn { font-size: 40px }</style>${card()}`,
  'a mask': `<style>main { mask-image: linear-gradient(#0001, #0001) }</style><main>${card()}</main>`,
  'a blend': `<style>main { mix-blend-mode: screen }</style><main>${card()}</main>`,
  'a tiny button': `<style>.voice-mic-btn { all: unset; display: block; width: 9px; height: 40px; overflow: hidden }</style>${card()}`,
};

/**
 * Clicks a card's own button where it is, whatever lies over it, and tells whether the click was doubted.
 * @param trick what the page does right before
 */
async function isDoubted(stage: Stage, page: Page, trick = async () => {}): Promise<unknown> {
  const sent = await SentMessages.to(await stage.browser.worker());
  const box = await page.locator('.voice-mic-btn').boundingBox();
  await trick();
  await page.mouse.click((box?.x ?? 0) + Math.min(10, (box?.width ?? 0) / 2), (box?.y ?? 0) + 10);
  await expect.poll(async () => (await sent.all('startCard')).length).toBe(1);
  const [click] = await sent.all('startCard');
  return typeof click === 'object' && click !== null && Reflect.get(click, 'isDoubtful');
}

/** Starts the finder anew on a page, in a browser that does not tell by itself what can be seen. */
async function forgetVisibility(stage: Stage): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab?.id ?? 0 };
    const func = () => Reflect.deleteProperty(IntersectionObserverEntry.prototype, 'isVisible');
    await chrome.scripting.executeScript({ target, func });
    await chrome.scripting.executeScript({ target, files: ['/content.js'] });
  });
}

const BROWSERS = {
  'where the browser tells what can be seen': async () => {},
  'where it does not tell': forgetVisibility,
};

for (const [name, prepare] of Object.entries(BROWSERS)) {
  test.describe(name, () => {
    test('no trick goes undoubted', async ({ stage }) => {
      test.setTimeout(90_000);
      const verdicts: Record<string, unknown> = {};
      for (const [trick, body] of Object.entries(TRICKS)) {
        const page = await stage.open(body);
        await expectState(cardOn(page), 'idle');
        await prepare(stage);
        await afterALook(page);
        verdicts[trick] = await isDoubted(stage, page);
        await page.close();
      }
      const all = Object.keys(TRICKS).map((trick) => [trick, true]);
      expect(verdicts).toEqual(Object.fromEntries(all));
    });

    test('a button that came up a moment ago is doubted, and believed once it was seen', async ({
      stage,
    }) => {
      const page = await stage.open(`<main style="opacity:0">${card('nobody')}</main>`);
      await expectState(cardOn(page), 'idle');
      await prepare(stage);
      await afterALook(page);
      await page.mouse.move(200, 200);
      const reveal = () =>
        page.evaluate(() => document.querySelector('main')?.removeAttribute('style'));
      expect(await isDoubted(stage, page, reveal)).toBe(true);
      await expectState(cardOn(page), 'asking');
      await clickTalk(cardOn(page));
      await expectState(cardOn(page), 'idle');
      await afterALook(page);
      expect(await isDoubted(stage, page)).toBe(false);
    });

    test('our own button is believed like any other, and doubted under a cover', async ({
      stage,
    }) => {
      const page = await stage.open('<div class="voice-card" data-agent-id="nobody">Bare</div>');
      const roots = await ClosedRoots.of(page);
      await prepare(stage);
      await roots.expectButton('Talk to this agent');
      await afterALook(page);
      const sent = await SentMessages.to(await stage.browser.worker());
      await roots.click('Talk to this agent');
      await roots.expectAlert('The voice backend does not offer this agent.');
      await page.evaluate((style) => {
        const veil = document.body.appendChild(document.createElement('div'));
        veil.popover = 'manual';
        veil.style.cssText = `${style};width:auto;height:auto`;
        veil.showPopover();
      }, VEIL);
      await afterALook(page);
      await roots.click('Talk to this agent');
      await expect
        .poll(() => sent.all('startCard'))
        .toEqual([
          expect.objectContaining({ isDoubtful: false }),
          expect.objectContaining({ isDoubtful: true }),
        ]);
    });

    test('a key is believed once the button had the focus for a while', async ({ stage }) => {
      const page = await stage.open(card('nobody'));
      await expectState(cardOn(page), 'idle');
      await prepare(stage);
      await afterALook(page);
      const sent = await SentMessages.to(await stage.browser.worker());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expectState(cardOn(page), 'asking');
      await afterALook(page);
      await page.keyboard.press('Enter');
      await expectState(cardOn(page), 'idle');
      await afterALook(page);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => sent.all('startCard'))
        .toEqual([
          expect.objectContaining({ isDoubtful: true }),
          expect.objectContaining({ isDoubtful: false }),
        ]);
    });
  });
}
