import { ErrorReply, createClient } from '@redis/client';
import { setTimeout as delay } from 'node:timers/promises';
import type { Script } from './redis-scripts.ts';
import { StoreUnavailable } from './store.ts';

/** Milliseconds that Redis may take: a person waits, and is told within half a second. */
const DEADLINE_MS = 300;
/** All keys have this, in braces, so that a cluster too keeps them in one place. */
const PREFIX = '{voice-cards}:';

/** Redis, as the stores of tokens and budgets use it; all of it rejects with StoreUnavailable. */
export interface Redis {
  /** A key as it is there. */
  key(name: string): string;
  run(
    script: Script,
    keys: readonly string[],
    values: readonly (string | number)[],
  ): Promise<unknown>;
  /** Sends one command. */
  send(...command: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Connects to Redis, and goes on trying to for as long as it is not there. Nothing waits for that longer
 * than for an answer: what is asked meanwhile is refused.
 * @param url redis://, rediss:// or unix:
 * @param trouble is told when the connection is lost or cannot be made
 */
export function connectRedis(url: string, trouble: (error: unknown) => void): Redis {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    // A line on which nothing comes back is as good as none; pings see to it that something does.
    pingInterval: 1000,
    socket: { connectTimeout: 2000, socketTimeout: 3000, reconnectStrategy: () => 250 },
    // Its own deadline ends where a command is sent, and ours when it is answered.
    commandOptions: { timeout: 0 },
  });
  client.on('error', trouble);
  const connecting = client.connect().catch(trouble);

  async function run(
    { text, sha }: Script,
    keys: readonly string[],
    values: readonly (string | number)[],
  ): Promise<unknown> {
    const options = { keys: keys.map(key), arguments: values.map(String) };
    const asked = connecting.then(() => client.evalSha(sha, options));
    return inTime(
      asked.catch((error: unknown) => {
        const isNew = error instanceof ErrorReply && error.message.startsWith('NOSCRIPT');
        if (!isNew) throw error;
        return client.eval(text, options);
      }),
    );
  }

  return {
    key,
    run,
    send: (...command) => inTime(connecting.then(() => client.sendCommand([...command]))),
    async close() {
      client.destroy();
      await connecting;
    },
  };
}

function key(name: string): string {
  return PREFIX + name;
}

async function inTime(answer: Promise<unknown>): Promise<unknown> {
  const late = new AbortController();
  const timer = delay(DEADLINE_MS, undefined, { signal: late.signal }).then(
    () => {
      throw new Error(`Redis has not answered within ${DEADLINE_MS} ms.`);
    },
    () => undefined,
  );
  try {
    return await Promise.race([answer, timer]);
  } catch (cause) {
    throw new StoreUnavailable('The store cannot be reached.', { cause });
  } finally {
    late.abort();
  }
}
