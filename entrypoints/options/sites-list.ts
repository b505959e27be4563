import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { type Site, siteName } from '../../core/site.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';

/** What the list needs from the outside. */
export interface SitesDoors {
  /** Must be called in a click's own task. */
  readonly enable: (site: Site) => Promise<Enabling>;
  readonly disable: (site: Site) => Promise<boolean>;
}

/** The list of sites on which voice is on. */
export type SitesList = ReturnType<typeof createSitesList>;

/** What the list of enabled sites shows and does. */
export function createSitesList(stored: ReadonlySignal<readonly Site[]>, doors: SitesDoors) {
  /** The site removed last, for as long as that can be undone. */
  const removed = signal<Site | null>(null);
  const failed = signal(false);
  return {
    sites: computed(() => byName(stored.value)),
    removed: computed(() =>
      stored.value.some((site) => site === removed.value) ? null : removed.value,
    ),
    failed,
    async remove(site: Site): Promise<void> {
      failed.value = !(await doors.disable(site));
      removed.value = failed.value ? null : site;
    },
    async undo(site: Site): Promise<void> {
      const outcome = await doors.enable(site);
      failed.value = outcome === 'failed';
      if (outcome === 'enabled') removed.value = null;
    },
  };
}

/** A site as the list names it: by its host, unless another one listed has the same. */
export function siteLabel(site: Site, sites: readonly Site[]): string {
  const name = siteName(site);
  return sites.some((other) => other !== site && siteName(other) === name) ? site : name;
}

function byName(sites: readonly Site[]): Site[] {
  return sites.toSorted((a, b) => siteName(a).localeCompare(siteName(b)) || a.localeCompare(b));
}
