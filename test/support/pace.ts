import type { Page } from 'playwright/test';
import { CLICK_GAP_MS } from '../../core/card.ts';

/** How long a person looks at a button before they press it; longer than we ask of them, in milliseconds. */
const LOOK_MS = 900;

/** When a person may press something on each page next, in milliseconds since the epoch. */
const next = new WeakMap<Page, number>();

/** From now on a person sees what a page shows whenever it has loaded, and takes the time to look at it. */
export function lookAtEachLoad(page: Page): void {
  page.on('load', () => next.set(page, Date.now() + LOOK_MS));
}

/**
 * Presses something once a person can have seen it, and no sooner after the last press than one who
 * means two clicks and no double click.
 */
export async function atAPersonsPace(page: Page, press: () => Promise<void>): Promise<void> {
  await page.waitForTimeout(Math.max(0, (next.get(page) ?? 0) - Date.now()));
  await press();
  next.set(page, Date.now() + CLICK_GAP_MS);
}

/** Lets the time pass in which a person sees what has just come up: a press before that is taken for a trick. */
export async function afterALook(page: Page): Promise<void> {
  await page.waitForTimeout(LOOK_MS);
}
