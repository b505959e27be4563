import type { Pair } from '../pair.ts';

export const WRAPPED: readonly Pair[] = [];
