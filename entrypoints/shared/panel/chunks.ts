/** Entries are mounted this many at a time: few enough to stay within a frame. */
export const CHUNK = 4;
/** Chunks are looked at this many at a time for what has changed. */
export const GROUP = 30;
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
