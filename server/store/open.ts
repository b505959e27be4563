import type { State } from '../config/state.ts';
import { openRedis } from './redis.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that the configuration names.
 * @param trouble is told when Redis is lost or cannot be reached
 */
export function openStore({ dataDir, redisUrl }: State, trouble: (error: unknown) => void): Store {
  return redisUrl === null ? openSqlite(dataDir) : openRedis(redisUrl, trouble);
}
