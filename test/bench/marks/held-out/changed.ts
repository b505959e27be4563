import type { Pair } from '../pair.ts';

export const CHANGED: readonly Pair[] = [];
