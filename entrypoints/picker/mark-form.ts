import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Anchor, Mark, Scope } from '../../core/mark.ts';
import {
  type DraftFaults,
  type MarkDraft,
  draftFor,
  faultsOf,
  markOf,
  scopeOf,
} from '../../core/mark-draft.ts';
import { isWithin } from '../../core/mark-scope.ts';
import type { OpenTab } from '../../core/picking.ts';
import type { Site } from '../../core/site.ts';
import type { Address } from '../../core/url.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';

/** Where the mark is made. */
export interface Ground {
  readonly address: Address;
  /** The sites that must be enabled for it. */
  readonly sites: readonly Site[];
  /** The mark that is attached anew; null for one that is new. */
  readonly before: Mark | null;
  /** What was said already of another element, which was given up for this one. */
  readonly said?: MarkDraft | undefined;
  /** Tabs that are open, as far as they can be seen; null in a frame. */
  readonly tabs: readonly OpenTab[] | null;
}

/** What the form needs from the outside. */
export interface FormDoors {
  /** Must be called in a click's own task. */
  readonly enable: (sites: readonly Site[]) => Promise<Enabling>;
  readonly keep: (mark: Mark) => Promise<void>;
  readonly id: () => string;
  readonly now: () => number;
}

/** What is said of a mark before it is kept. */
export type MarkForm = ReturnType<typeof createMarkForm>;

/** Makes a mark of an element that was taken. */
export function createMarkForm(
  { name, anchor }: { readonly name: string; readonly anchor: Anchor },
  { address, sites, before, said, tabs }: Ground,
  doors: FormDoors,
) {
  const proposed = draftFor(address, name, before);
  const draft = signal(said ? { ...said, label: proposed.label } : proposed);
  const faults = signal<DraftFaults>({});
  const outcome = signal<Enabling | 'saving' | null>(null);
  const scope = computed(() => scopeOf(draft.value, address));

  async function keep(within: Scope): Promise<Enabling> {
    const enabling = await doors.enable(sites);
    if (enabling !== 'enabled') return enabling;
    const made = { id: doors.id(), at: doors.now(), before };
    return doors.keep(markOf(draft.peek(), within, anchor, made)).then(
      () => 'enabled',
      () => 'failed',
    );
  }

  return {
    before,
    sites,
    draft: draft as ReadonlySignal<MarkDraft>,
    faults: faults as ReadonlySignal<DraftFaults>,
    /** How keeping it came out; null while there is nothing to say. */
    outcome: outcome as ReadonlySignal<Enabling | 'saving' | null>,
    /** Open tabs on which the mark would hold; null where that cannot be told. */
    matching: computed(() => tabs && tabs.filter((tab) => isIn(scope.value, tab))),
    change(change: Partial<MarkDraft>): void {
      draft.value = { ...draft.peek(), ...change };
      faults.value = {};
      outcome.value = null;
    },
    /** Must be called in a click's own task. True once the mark is kept. */
    async save(): Promise<boolean> {
      const within = scope.peek();
      faults.value = faultsOf(draft.peek(), address);
      if (within === null || Object.keys(faults.peek()).length > 0) return false;
      outcome.value = 'saving';
      outcome.value = await keep(within);
      return outcome.value === 'enabled';
    },
  };
}

function isIn(scope: Scope | null, { url }: OpenTab): boolean {
  return scope !== null && isWithin(scope, URL.parse(url));
}
