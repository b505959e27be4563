import { type ReadonlySignal, computed, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Anchor, Mark } from '../../core/mark.ts';
import { MARK } from '../../core/mark-schema.ts';
import type { SeenMark } from './doctor.ts';

/** What the list needs from the outside. */
export interface LostMarksDoors {
  readonly loadMarks: () => Promise<readonly Mark[]>;
  readonly changeMarks: (change: (marks: readonly Mark[]) => readonly Mark[]) => Promise<void>;
  /** All that is to be known of a likely place, to have the mark there; null where it is gone. */
  readonly anchorAt: (mark: SeenMark, place: number) => Promise<unknown>;
}

/** A mark whose element is not where it was. */
export interface LostMark {
  readonly mark: Mark;
  readonly seen: SeenMark;
}

/** The marks of a page that have lost their elements. */
export type LostMarks = ReturnType<typeof createLostMarks>;

/** What the list of lost marks shows and does. */
export function createLostMarks(seen: ReadonlySignal<readonly SeenMark[]>, doors: LostMarksDoors) {
  const stored = signal<readonly Mark[]>([]);
  /** The mark that was given a place last, as it was before, for as long as that can be undone. */
  const replaced = signal<Mark | null>(null);
  const failed = signal(false);
  const anchorTo = async (id: string, anchor: Anchor) => {
    const change = (mark: Mark) => (mark.id === id ? { ...mark, anchor } : mark);
    failed.value = await doors
      .changeMarks((marks) => marks.map(change))
      .then(
        () => false,
        () => true,
      );
  };
  return {
    lost: computed(() => seen.value.filter(isLost).flatMap((it) => withMark(it, stored.value))),
    replaced,
    /** Whether the last change did not work. */
    failed,
    async refresh(): Promise<void> {
      stored.value = await doors.loadMarks();
    },
    /** Has a mark at one of its likely places from now on. */
    async choose({ mark, seen: where }: LostMark, place: number): Promise<void> {
      replaced.value = null;
      const anchor = await doors.anchorAt(where, place).catch(() => null);
      // A page answers, so it may be anything.
      const again = v.safeParse(MARK, { ...mark, anchor });
      failed.value = !again.success;
      if (!again.success) return;
      await anchorTo(mark.id, again.output.anchor);
      replaced.value = failed.value ? null : mark;
    },
    async undo({ id, anchor }: Mark): Promise<void> {
      await anchorTo(id, anchor);
      replaced.value = null;
    },
  };
}

function isLost({ state }: SeenMark): boolean {
  return state === 'moved' || state === 'gone';
}

function withMark(seen: SeenMark, marks: readonly Mark[]): LostMark[] {
  const mark = marks.find(({ id }) => id === seen.id);
  return mark ? [{ mark, seen }] : [];
}
