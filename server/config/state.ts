import { resolve } from 'node:path';
import type { Get, Mistake } from './reading.ts';

/** Where tokens, budgets and leases are kept. */
export interface State {
  /** The folder of SQLite's file. */
  readonly dataDir: string;
  /** Where Redis is, in whose place nothing is kept in the folder. */
  readonly redisUrl: string | null;
}

/** Reads it; the folder is `data` beside package.json unless another one is named. */
export function readState(get: Get, mistake: Mistake): State {
  const redisUrl = get('REDIS_URL') ?? null;
  const protocol = redisUrl === null ? 'redis:' : URL.parse(redisUrl)?.protocol;
  if (!['redis:', 'rediss:'].includes(protocol ?? '')) {
    mistake('REDIS_URL', 'must be redis:// or rediss:// with a host.');
  }
  return { dataDir: resolve(get('DATA_DIR') ?? 'data'), redisUrl };
}
