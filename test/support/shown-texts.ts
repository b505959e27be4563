import type { Page } from 'playwright/test';

/** Every text that a page shows or names something by, its own title first. */
export async function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = ['aria-label', 'aria-valuetext', 'alt', 'placeholder', 'title'];
    const elements = [...document.body.querySelectorAll('*')].filter((it) => it.checkVisibility());
    const texts = elements.flatMap((element) => [
      ...named.map((name) => element.getAttribute(name)),
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent),
    ]);
    return [document.title, ...texts]
      .map((text) => text?.trim() ?? '')
      .filter((text) => /\p{L}/u.test(text));
  });
}
