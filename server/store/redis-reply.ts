/** A reply that is a list. */
export function list(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw new Error('Redis answered something else than a list.');
  return reply;
}

/** A reply that is a text. */
export function text(reply: unknown): string {
  if (typeof reply !== 'string') throw new Error('Redis answered something else than a text.');
  return reply;
}
