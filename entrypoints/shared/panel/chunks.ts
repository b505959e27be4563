/** Entries are mounted this many at a time: few enough to stay within a frame. */
export const CHUNK = 4;
/** Chunks are looked at this many at a time for what has changed. */
const GROUP = 30;
/** Chunks this close to the end may be judged. */
const RECENT = 18;
/** So many chunks at the end are mounted at once. */
const FIRST = 12;

/** The chunk with which a transcript of so many entries begins to be mounted. */
export function firstMounted(length: number): number {
  return Math.max(0, chunksOf(length) - FIRST);
}

/** How many chunks there are. */
export function chunksOf(length: number): number {
  return Math.ceil(length / CHUNK);
}

/** Chunks from one to before another that are looked at together, and the first of them that may be judged. */
export interface Group {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly recent: number;
}

/** The groups that hold the chunks from one to before another. */
export function groupsOf(first: number, count: number): Group[] {
  const before = Math.floor(first / GROUP);
  return Array.from({ length: Math.ceil(count / GROUP) - before }, (_, i) => {
    const index = before + i;
    const from = Math.max(first, index * GROUP);
    const to = Math.min(count, (index + 1) * GROUP);
    return { index, from, to, recent: Math.min(to, Math.max(from, count - RECENT)) };
  });
}

/** Whether two lists hold the very same in the chunks from one to before another. */
export function isSameWithin<T>(
  before: readonly T[],
  now: readonly T[],
  from: number,
  to: number,
): boolean {
  const end = to * CHUNK;
  if (Math.min(before.length, end) !== Math.min(now.length, end)) return false;
  for (let i = from * CHUNK; i < Math.min(now.length, end); i++) {
    if (before[i] !== now[i]) return false;
  }
  return true;
}
