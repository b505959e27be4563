import fc from 'fast-check';
import type { Browser, CDPSession } from 'playwright';
import { chromium, expect, test } from 'playwright/test';
import { findChromium } from '../../scripts/set-up.js';
import { anchorWith, anySelector } from '../support/any-mark.ts';
import { bundle } from '../support/bundle.ts';
import { openHtml } from '../support/html-page.ts';

/** How many generated anchors are looked for. */
const MARKS = 200;

const HTML = `<!doctype html><html lang="en"><body><form><input name="getAttribute"><input name="parentNode">
<input name="querySelectorAll"><input name="children"><button name="matches">Buy</button></form><main>
<section id="plans"><article data-id="5ea7f33"><h3>Pro</h3><p>29 €</p><a href="/x">Buy now</a></article>
<article><h3>Basic</h3><p>9 €</p><a href="/y">Buy now</a></article></section></main></body></html>`;

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: (await findChromium()) ?? chromium.executablePath(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
});
test.afterAll(() => browser.close());

test('no anchor, whoever wrote it, throws, hangs, or leads anywhere by a selector that is none', async () => {
  const page = await browser.newPage();
  await openHtml(page, HTML, await bundle('test/e2e/marks.in-page.ts'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const anchors = fc.sample(anchorWith(anySelector), { numRuns: MARKS, seed: 2026 });
  for (const anchor of anchors) {
    const before = await scriptMs(session);
    const found = await page.evaluate((one) => window.marks.tryOut(one), anchor);
    expect((await scriptMs(session)) - before, JSON.stringify(anchor)).toBeLessThan(50);
    expect(found).toEqual({ byInvalid: [], isClean: true });
  }
});

/** How long scripts have run, however busy the computer is with other things. */
async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
