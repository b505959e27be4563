import type { State } from '../config/state.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that the configuration names.
 * @param trouble is told when Redis is lost or cannot be reached
 */
export async function openStore(
  { dataDir, redisUrl }: State,
  trouble: (error: unknown) => void,
): Promise<Store> {
  if (redisUrl === null) return openSqlite(dataDir);
  // Its client takes 20 MB, which most have no use for.
  const { openRedis } = await import('./redis.ts');
  return openRedis(redisUrl, trouble);
}
