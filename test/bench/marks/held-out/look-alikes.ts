import type { Pair } from '../pair.ts';

export const LOOK_ALIKES: readonly Pair[] = [];
