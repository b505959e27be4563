import type { Site } from '../../core/site.ts';
import { recentStarts, waitBeforeStart } from '../../core/start-limit.ts';
import { siteStarts } from './journal.ts';

/** After how many milliseconds a site may start a conversation; pages of our own may at once. */
export async function waitOf(site: Site | null): Promise<number> {
  if (site === null) return 0;
  const starts = await siteStarts.getValue();
  return waitBeforeStart(starts[site] ?? [], Date.now());
}

/** A conversation of a site has reached the point where it may cost something. */
export async function countStart(site: Site | null): Promise<void> {
  if (site === null) return;
  const now = Date.now();
  const starts = await siteStarts.getValue();
  await siteStarts.setValue({ ...starts, [site]: [...recentStarts(starts[site] ?? [], now), now] });
}
