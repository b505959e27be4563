import type { Pair } from '../pair.ts';

export const TRANSLATED: readonly Pair[] = [];
