import type { Pair } from '../pair.ts';

export const BANNERS: readonly Pair[] = [];
