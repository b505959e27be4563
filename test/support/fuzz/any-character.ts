import fc from 'fast-check';

/** Halves of surrogate pairs, which are no characters of their own. */
const HALVES = { from: 0xd800, count: 0x800 };
const LAST = 0x10ffff;

/**
 * Any character of Unicode. Fast-check's own `unit: 'binary'` makes the same ones, and first builds a table of the
 * 1.1 million, which takes each process a second.
 */
export const anyCharacter = fc.integer({ min: 0, max: LAST - HALVES.count }).map(
  (place) => String.fromCodePoint(place < HALVES.from ? place : place + HALVES.count),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (code === undefined || character !== String.fromCodePoint(code))
      throw new Error('no character');
    return code < HALVES.from ? code : code - HALVES.count;
  },
);
