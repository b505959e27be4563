import { type Browser, browser } from 'wxt/browser';
import type { PickerView } from '../../core/messages.ts';
import { siteOf } from '../../core/site.ts';
import { loadMarks } from '../shared/mark-store.ts';
import type { Ground, OpenTab } from './mark-form.ts';

/** Where an element is to be marked, as the browser tells. */
export async function findGround({
  address,
  around,
  frameId,
  markId,
}: PickerView): Promise<Ground> {
  const [marks, tabs] = await Promise.all([loadMarks(), browser.tabs.query({})]);
  const sites = [address, around].flatMap((it) => siteOf(URL.parse(it)) ?? []);
  return {
    address: new URL(address),
    sites: [...new Set(sites)],
    before: marks.find(({ id }) => id === markId) ?? null,
    // A tab's address tells nothing of its frames.
    tabs: frameId === 0 ? tabs.flatMap(seenOf) : null,
  };
}

function seenOf({ title = '', url }: Pick<Browser.tabs.Tab, 'title' | 'url'>): OpenTab[] {
  return url === undefined ? [] : [{ title, url }];
}
