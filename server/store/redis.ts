import { redisBudgets } from './redis-budgets.ts';
import { connectRedis } from './redis-client.ts';
import { redisTokens } from './redis-tokens.ts';
import type { Store } from './store.ts';

/**
 * The store that several processes share.
 * @param trouble is told when the connection is lost or cannot be made
 */
export function openRedis(url: string, trouble: (error: unknown) => void): Store {
  const redis = connectRedis(url, trouble);
  return {
    ...redisTokens(redis),
    ...redisBudgets(redis),
    ping: async () => void (await redis.send('PING')),
    close: () => redis.close(),
  };
}
