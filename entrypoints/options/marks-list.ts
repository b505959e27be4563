import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { isAgentId } from '../../core/agent-id.ts';
import { isEnabledAt } from '../../core/enabled.ts';
import { type Corner, MARK_LIMITS, type Mark } from '../../core/mark.ts';
import { exampleOf } from '../../core/mark-scope.ts';
import type { Settings } from '../../core/settings.ts';
import { type Site, siteName } from '../../core/site.ts';
import type { Enabling } from '../shared/ui/enable-site.ts';

/** How an attempt to find a mark's element again began. */
export type Finding = 'started' | 'no tab' | 'failed';

/** What the list needs from the outside. */
export interface MarksDoors {
  readonly changeMarks: (change: (marks: readonly Mark[]) => readonly Mark[]) => Promise<void>;
  /** Has the person pick the element anew, on an open page where the mark holds. */
  readonly findAgain: (mark: Mark) => Promise<Finding>;
  /** Must be called in a click's own task. */
  readonly enable: (site: Site) => Promise<Enabling>;
}

/** The list of marks. */
export type MarksList = ReturnType<typeof createMarksList>;

/** What the list of marks shows and does. */
export function createMarksList(
  stored: ReadonlySignal<readonly Mark[]>,
  settings: ReadonlySignal<Settings>,
  { changeMarks, findAgain, enable }: MarksDoors,
) {
  /** The one deleted last, and where it stood, for as long as that can be undone. */
  const deleted = signal<{ readonly mark: Mark; readonly at: number } | null>(null);
  /** The mark for which no page was found, and why. */
  const unfound = signal<{ readonly id: string; readonly why: Finding } | null>(null);
  const change = (id: string, anew: Partial<Mark>) =>
    changeMarks((marks) => marks.map((mark) => (mark.id === id ? { ...mark, ...anew } : mark)));
  return {
    marks: computed(() => stored.value.toSorted(bySite)),
    deleted: computed(() => deleted.value?.mark ?? null),
    unfound: unfound as ReadonlySignal<{ readonly id: string; readonly why: Finding } | null>,
    /** Whether voice is on where a mark holds. */
    isAlive: (mark: Mark) => isEnabledAt(settings.value, URL.parse(exampleOf(mark.scope))),
    rename: (id: string, typed: string) => {
      const label = typed.trim().slice(0, MARK_LIMITS.label);
      return label === '' ? Promise.resolve() : change(id, { label });
    },
    assign: (id: string, agentId: string) =>
      isAgentId(agentId) ? change(id, { agentId }) : Promise.resolve(),
    move: (id: string, corner: Corner) => change(id, { corner }),
    turn: (id: string, isOn: boolean) => change(id, { isOn }),
    enable,
    async remove(mark: Mark): Promise<void> {
      const at = stored.value.findIndex(({ id }) => id === mark.id);
      await changeMarks((marks) => marks.filter(({ id }) => id !== mark.id));
      deleted.value = { mark, at };
    },
    async undo(): Promise<void> {
      const last = deleted.value;
      if (last) await changeMarks((marks) => marks.toSpliced(last.at, 0, last.mark));
      deleted.value = null;
    },
    async findAgain(mark: Mark): Promise<void> {
      const why = await findAgain(mark);
      unfound.value = why === 'started' ? null : { id: mark.id, why };
    },
  };
}

function bySite(a: Mark, b: Mark): number {
  return (
    siteName(a.scope.site).localeCompare(siteName(b.scope.site)) || a.label.localeCompare(b.label)
  );
}
