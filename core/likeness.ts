/** How alike two texts are, from 0 to 1, by the pairs of characters they share (Dice). */
export function likeness(a: string, b: string): number {
  return a === b ? 1 : overlap(pairsOf(a), pairsOf(b));
}

/** How much two lists share, from 0 to 1, each entry counted as often as it is in both. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const entry of b) left.set(entry, (left.get(entry) ?? 0) + 1);
  let shared = 0;
  for (const entry of a) {
    const count = left.get(entry) ?? 0;
    if (count > 0) shared += 1;
    left.set(entry, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** A text as it is compared: in lower case, with single spaces, cut at so many characters. */
export function plain(text: string, most: number): string {
  // More than twice as much is never looked at: a text may be a book.
  const start = text.slice(0, most * 8).toLowerCase();
  return start.replaceAll(/\s+/g, ' ').trim().slice(0, most).trimEnd();
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2));
}
