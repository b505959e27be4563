import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Mark } from '../../core/mark.ts';
import { PACK_LIMITS, sitesOf, writePack } from '../../core/mark-pack.ts';
import type { Site } from '../../core/site.ts';

/** What is needed from the outside. */
export interface ExportDoors {
  /** The id under which packs of this name are given away, each time the same. */
  readonly packId: (name: string) => Promise<string>;
  readonly save: (file: string, text: string) => void;
}

/** The way to give marks to others. */
export type PackExport = ReturnType<typeof createPackExport>;

/** Writes packs of the marks there are: all of them, or those of one site. */
export function createPackExport(
  marks: ReadonlySignal<readonly Mark[]>,
  { packId, save }: ExportDoors,
) {
  const name = signal('');
  const chosen = signal<Site>('');
  const isNameless = signal(false);
  const sites = computed(() => sitesOf({ marks: marks.value }));
  const site = computed(() => (sites.value.includes(chosen.value) ? chosen.value : ''));
  return {
    name: name as ReadonlySignal<string>,
    isNameless: isNameless as ReadonlySignal<boolean>,
    /** The sites that can be chosen, and the one that is; all of them where that is empty. */
    sites,
    site,
    type(typed: string): void {
      name.value = typed.slice(0, PACK_LIMITS.name);
      isNameless.value = false;
    },
    choose: (wanted: Site) => (chosen.value = wanted),
    async write(): Promise<void> {
      const called = name.value.trim();
      isNameless.value = called === '';
      if (isNameless.value) return;
      const given = marks.value.filter(({ scope }) => ['', scope.site].includes(site.value));
      const pack = { id: await packId(called), name: called, marks: given };
      save(`${fileOf(called)}.json`, writePack(pack));
    },
  };
}

/** A name as a file may have it. */
function fileOf(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return plain.replaceAll(/^-|-$/g, '') || 'cards';
}
