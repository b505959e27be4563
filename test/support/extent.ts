import { type Page, expect } from 'playwright/test';

/** How large a page is, and which of its words stand in a box that is too narrow for them. */
export async function extent(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth: width, scrollHeight: height } = document.documentElement;
    const cut = [...document.querySelectorAll('main *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      // Code is scrolled to; what is for assistive technology alone has no room of its own.
      .filter((element) => element.clientWidth > 1 && element.tagName !== 'PRE')
      .map((element) => element.outerHTML.slice(0, 100));
    return { width, height, cut };
  });
}

/** Expects that a page can be read at these widths, in pixels, without scrolling sideways, and in full. */
export async function expectToFit(page: Page, ...widths: readonly number[]): Promise<void> {
  const height = page.viewportSize()?.height ?? 0;
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    expect(await extent(page), page.url()).toMatchObject({ width, cut: [] });
  }
}
