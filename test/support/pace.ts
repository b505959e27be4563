import type { Page } from 'playwright/test';
import { CLICK_GAP_MS } from '../../core/card.ts';
import { GLANCE_MS } from '../../scripts/pace.js';

/** When each page was last clicked, in milliseconds since the epoch. */
const last = new WeakMap<Page, number>();
/** The pages that were looked at since they loaded. */
const seen = new WeakSet<Page>();

/** Has a person look anew at a page whenever it has loaded. */
export function lookAtEachLoad(page: Page): void {
  page.on('load', () => seen.delete(page));
}

/** Presses something no sooner after the last press than a person who means two clicks and no double click. */
export async function atAPersonsPace(page: Page, press: () => Promise<void>): Promise<void> {
  if (!seen.has(page)) await look(page);
  await pause(page);
  await press();
  last.set(page, Date.now());
}

/** Waits until the next press cannot be part of a double click: the product goes by the clock, and no event tells. */
export async function pause(page: Page): Promise<void> {
  await page.waitForTimeout(Math.max(0, (last.get(page) ?? 0) + CLICK_GAP_MS - Date.now()));
}

/** Looks at a page for as long as the product wants a button to be seen before it believes a press; no event tells that. */
export async function look(page: Page): Promise<void> {
  seen.add(page);
  // Nobody sees anything before it is painted, which may take its time.
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
  await page.waitForTimeout(GLANCE_MS);
}
