import type { PickerView } from '../../core/picking.ts';
import { siteOf } from '../../core/site.ts';
import { loadMarks } from '../shared/mark-store.ts';
import type { Ground } from './mark-form.ts';

/** Where an element is to be marked, as the browser tells. */
export async function findGround({ address, around, markId, tabs }: PickerView): Promise<Ground> {
  const marks = await loadMarks();
  const sites = [address, around].flatMap((it) => siteOf(URL.parse(it)) ?? []);
  return {
    address: new URL(address),
    sites: [...new Set(sites)],
    before: marks.find(({ id }) => id === markId) ?? null,
    tabs,
  };
}
