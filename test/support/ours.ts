import type { Page } from 'playwright';

/** Whether what is on top at a point of a page's window is ours; a page can tell that much. */
export function isOurs(page: Page, x: number, y: number): Promise<boolean> {
  return page.evaluate(
    ([left, top]) =>
      document.elementFromPoint(left, top)?.matches('div[popover=manual]:empty') === true,
    [x, y] as const,
  );
}
