import type { Pair } from './pair.ts';
import { BANNERS } from './tuned/banners.ts';
import { CHANGED } from './tuned/changed.ts';
import { LOOK_ALIKES } from './tuned/look-alikes.ts';
import { REMOVED } from './tuned/removed.ts';
import { REMOVED_BOOKS } from './tuned/removed-books.ts';
import { RENAMED } from './tuned/renamed.ts';
import { REORDERED } from './tuned/reordered.ts';
import { TRANSLATED } from './tuned/translated.ts';
import { WRAPPED } from './tuned/wrapped.ts';

/** Pairs by which the scoring was tuned. */
export const TUNED: readonly Pair[] = [
  ...RENAMED,
  ...REORDERED,
  ...BANNERS,
  ...WRAPPED,
  ...CHANGED,
  ...TRANSLATED,
  ...LOOK_ALIKES,
  ...REMOVED,
  ...REMOVED_BOOKS,
];

/** Pairs that were written when the scoring was done, and by which nothing was changed. */
export const HELD_OUT: readonly Pair[] = [];

/** All pairs there are. */
export const PAIRS: readonly Pair[] = [...TUNED, ...HELD_OUT];
