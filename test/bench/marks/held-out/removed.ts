import type { Pair } from '../pair.ts';

export const REMOVED: readonly Pair[] = [];
