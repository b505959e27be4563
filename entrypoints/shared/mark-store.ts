import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import type { Mark } from '../../core/mark.ts';
import { MARK } from '../../core/mark-schema.ts';
import { inTurn } from './in-turn.ts';

const stored = storage.defineItem<unknown>('local:marks');

/** Changes follow each other, so that none is lost between reading and writing. */
const changing = inTurn();

/** The marks there are, oldest first; what is stored and no mark is left out. */
export async function loadMarks(): Promise<Mark[]> {
  return readMarks(await stored.getValue());
}

/** Changes the marks. */
export function changeMarks(change: (marks: readonly Mark[]) => readonly Mark[]): Promise<void> {
  return changing(async () => stored.setValue(change(await loadMarks())));
}

/** Keeps a mark: in the place of the one with its id, or as the last. */
export function keepMark(mark: Mark): Promise<void> {
  return changeMarks((marks) =>
    marks.some(({ id }) => id === mark.id)
      ? marks.map((other) => (other.id === mark.id ? mark : other))
      : [...marks, mark],
  );
}

/** Tells of every change of the marks. */
export function watchMarks(
  listener: (now: readonly Mark[], before: readonly Mark[]) => void,
): void {
  stored.watch((now, before) => listener(readMarks(now), readMarks(before)));
}

function readMarks(raw: unknown): Mark[] {
  return Array.isArray(raw) ? raw.filter((mark) => v.is(MARK, mark)) : [];
}
