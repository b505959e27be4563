import type { ElementHandle, Page } from 'playwright';
import type { Anchor, Mark } from '../../core/mark.ts';
import { bundle } from './bundle.ts';
import type { Browser } from './chromium.ts';

/** What stands in a page once it has been given our way to describe elements. */
interface Describer {
  readonly anchorOf: (element: Element) => Anchor | null;
}

let describer: Promise<string> | undefined;

/** What a mark knows of an element, as taken from the page it is on. */
export async function anchorOf(
  page: Page,
  element: ElementHandle<Element> | null,
): Promise<Anchor> {
  describer ??= bundle('entrypoints/shared/page/anchor.ts');
  // A declaration in a script that is evaluated is nobody's property.
  await page.evaluate(`${await describer}; globalThis.describer = bundled;`);
  const anchor = await element?.evaluate((it) => {
    const { anchorOf: take }: Describer = Reflect.get(globalThis, 'describer');
    return take(it);
  });
  if (!anchor) throw new Error('It is in no page.');
  return anchor;
}

/** Stores these marks and no others, as if a person had changed them elsewhere. */
export async function storeMarks(browser: Browser, marks: readonly Mark[]): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((all) => chrome.storage.local.set({ marks: all }), marks);
}

/** The marks that are stored. */
export async function storedMarks(browser: Browser): Promise<Mark[]> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const { marks } = await chrome.storage.local.get<{ marks: Mark[] }>('marks');
    return marks;
  });
}
