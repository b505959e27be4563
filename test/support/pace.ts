import type { Page } from 'playwright/test';
import { CLICK_GAP_MS } from '../../core/card.ts';

/** When each page was last clicked, in milliseconds since the epoch. */
const last = new WeakMap<Page, number>();

/** Presses something no sooner after the last press than a person who means two clicks and no double click. */
export async function atAPersonsPace(page: Page, press: () => Promise<void>): Promise<void> {
  await page.waitForTimeout(Math.max(0, (last.get(page) ?? 0) + CLICK_GAP_MS - Date.now()));
  await press();
  last.set(page, Date.now());
}
