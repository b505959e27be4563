import { BANNERS as BANNERS_HELD_OUT } from './held-out/banners.ts';
import { CHANGED as CHANGED_HELD_OUT } from './held-out/changed.ts';
import { LOOK_ALIKES as LOOK_ALIKES_HELD_OUT } from './held-out/look-alikes.ts';
import { REMOVED as REMOVED_HELD_OUT } from './held-out/removed.ts';
import { RENAMED as RENAMED_HELD_OUT } from './held-out/renamed.ts';
import { REORDERED as REORDERED_HELD_OUT } from './held-out/reordered.ts';
import { TRANSLATED as TRANSLATED_HELD_OUT } from './held-out/translated.ts';
import { WRAPPED as WRAPPED_HELD_OUT } from './held-out/wrapped.ts';
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
export const HELD_OUT: readonly Pair[] = [
  ...RENAMED_HELD_OUT,
  ...REORDERED_HELD_OUT,
  ...BANNERS_HELD_OUT,
  ...WRAPPED_HELD_OUT,
  ...CHANGED_HELD_OUT,
  ...TRANSLATED_HELD_OUT,
  ...LOOK_ALIKES_HELD_OUT,
  ...REMOVED_HELD_OUT,
];

/** All pairs there are. */
export const PAIRS: readonly Pair[] = [...TUNED, ...HELD_OUT];
