import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { EVERYWHERE, type Place, placeName } from '../../core/enabled.ts';
import type { PatternFault } from '../../core/match-pattern.ts';
import type { Site } from '../../core/site.ts';
import { readPlace } from '../../core/typed-place.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';

/** What the list needs from the outside. */
export interface SitesDoors {
  /** Must be called in a click's own task. */
  readonly enable: (place: Place) => Promise<Enabling>;
  readonly disable: (place: Place) => Promise<boolean>;
}

/** The list of sites on which voice is on. */
export type SitesList = ReturnType<typeof createSitesList>;

/** What the list of enabled sites shows and does. */
export function createSitesList(stored: ReadonlySignal<readonly Place[]>, doors: SitesDoors) {
  /** The place removed last, for as long as that can be undone. */
  const removed = signal<Place | null>(null);
  const failed = signal(false);
  return {
    sites: computed(() => byName(stored.value)),
    isEverywhere: computed(() => stored.value.includes(EVERYWHERE)),
    removed: computed(() =>
      stored.value.some((place) => place === removed.value) ? null : removed.value,
    ),
    failed,
    ...adding(doors),
    async remove(place: Place): Promise<void> {
      failed.value = !(await doors.disable(place));
      removed.value = failed.value ? null : place;
    },
    async undo(place: Place): Promise<void> {
      const outcome = await doors.enable(place);
      failed.value = outcome === 'failed';
      if (outcome === 'enabled') removed.value = null;
    },
  };
}

/** A place that a person types. */
function adding({ enable }: SitesDoors) {
  const typed = signal('');
  const fault = signal<PatternFault | null>(null);
  const outcome = signal<Enabling | null>(null);
  const add = async (place: Place) => {
    outcome.value = null;
    outcome.value = await enable(place);
    if (outcome.value === 'enabled') typed.value = '';
  };
  return {
    typed,
    fault,
    /** How the last addition came out; null while there is nothing to say. */
    outcome,
    type(text: string): void {
      typed.value = text;
      fault.value = null;
      outcome.value = null;
    },
    /** Adds what is typed, if it will do; must be called in a click's own task. */
    async addTyped(): Promise<void> {
      const { place, fault: wrong } = readPlace(typed.value);
      fault.value = wrong;
      if (place !== null) await add(place);
    },
    /** Must be called in a click's own task. */
    addEverywhere: () => add(EVERYWHERE),
    /** Takes back that a site is left out; must be called in a click's own task. */
    include: (site: Site) => add(site),
  };
}

/** A place as the list names it: by its host, unless another one listed has the same. */
export function placeLabel(place: Place, places: readonly Place[]): string {
  const name = placeName(place);
  return places.some((other) => other !== place && placeName(other) === name) ? place : name;
}

function byName(places: readonly Place[]): Place[] {
  return places.toSorted((a, b) => placeName(a).localeCompare(placeName(b)) || a.localeCompare(b));
}
