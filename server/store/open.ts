import type { State } from '../config/state.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** The store cannot be opened; its message is for the operator. */
export class StoreClosed extends Error {
  override name = 'StoreClosed';
}

/**
 * Opens the store that the configuration names.
 * @throws {StoreClosed} where the folder cannot be used
 * @param trouble is told when Redis is lost or cannot be reached
 */
export async function openStore(
  { dataDir, redisUrl }: State,
  trouble: (error: unknown) => void,
): Promise<Store> {
  if (redisUrl === null) return openFolder(dataDir);
  // Its client takes 20 MB, which most have no use for.
  const { openRedis } = await import('./redis.ts');
  return openRedis(redisUrl, trouble);
}

function openFolder(dataDir: string): Store {
  try {
    return openSqlite(dataDir);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreClosed(`The folder ${dataDir} (DATA_DIR) cannot be used: ${why}`, { cause });
  }
}
