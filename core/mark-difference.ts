import type { Mark } from './mark.ts';
import type { MarkPack } from './mark-pack.ts';

/** What of a mark a pack would change, in words that can be shown. */
export type ChangedPart = 'agent' | 'label' | 'scope' | 'corner' | 'switch' | 'place';

/** A mark that would become another one. */
export interface ChangedMark {
  readonly before: Mark;
  readonly after: Mark;
  readonly parts: readonly ChangedPart[];
}

/** What a pack would do to the marks there are, to be shown before it does. */
export interface MarkDifference {
  readonly added: readonly Mark[];
  readonly changed: readonly ChangedMark[];
  /** Those that came with this pack before, and are not in it any more. */
  readonly removed: readonly Mark[];
  readonly same: readonly Mark[];
}

const PARTS: Readonly<Record<ChangedPart, (mark: Mark) => unknown>> = {
  agent: ({ agentId }) => agentId,
  label: ({ label }) => label,
  scope: ({ scope }) => scope,
  corner: ({ corner }) => corner,
  switch: ({ isOn }) => isOn,
  place: ({ anchor }) => anchor,
};

/** How a pack and the marks there are differ. */
export function difference(pack: MarkPack, marks: readonly Mark[]): MarkDifference {
  const there = new Map(marks.map((mark) => [mark.id, mark]));
  const inPack = new Set(pack.marks.map(({ id }) => id));
  const pairs = pack.marks.flatMap((after) => {
    const before = there.get(after.id);
    return before ? [{ before, after, parts: changedParts(before, after) }] : [];
  });
  return {
    added: pack.marks.filter(({ id }) => !there.has(id)),
    changed: pairs.filter(({ parts }) => parts.length > 0),
    removed: marks.filter((mark) => mark.pack === pack.id && !inPack.has(mark.id)),
    same: pairs.filter(({ parts }) => parts.length === 0).map(({ before }) => before),
  };
}

/** The marks there are once a difference has been applied, in their order, new ones last. */
export function applied({ added, changed, removed }: MarkDifference, marks: readonly Mark[]) {
  const gone = new Set(removed.map(({ id }) => id));
  const anew = new Map(changed.map(({ after }) => [after.id, after]));
  const kept = marks.filter(({ id }) => !gone.has(id)).map((mark) => anew.get(mark.id) ?? mark);
  return [...kept, ...added];
}

function changedParts(before: Mark, after: Mark): ChangedPart[] {
  return keys(PARTS).filter((part) => !isSame(PARTS[part](before), PARTS[part](after)));
}

function keys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record).filter((key): key is Key => Object.hasOwn(record, key));
}

/** Whether two values are the same as JSON, in whatever order their parts were written. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, held]) => [name, ordered(held)] as const);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
