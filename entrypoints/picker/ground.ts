import { browser } from 'wxt/browser';
import type { PickerView } from '../../core/messages.ts';
import { siteOf } from '../../core/site.ts';
import { loadMarks } from '../shared/mark-store.ts';
import type { Ground } from './mark-form.ts';

/** Where an element is to be marked, as the browser tells. */
export async function findGround({ address, around, markId }: PickerView): Promise<Ground> {
  const [marks, tabs] = await Promise.all([loadMarks(), browser.tabs.query({})]);
  const sites = [address, around].flatMap((it) => siteOf(URL.parse(it)) ?? []);
  return {
    address: new URL(address),
    sites: [...new Set(sites)],
    before: marks.find(({ id }) => id === markId) ?? null,
    tabs: tabs.flatMap(({ title = '', url }) => (url === undefined ? [] : [{ title, url }])),
  };
}
