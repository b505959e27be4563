import { ErrorReply, createClient } from '@redis/client';
import type { Script } from './redis-scripts.ts';
import { Silence } from './redis-silence.ts';

/** After how long nothing is expected any more, in milliseconds: people are told within half a second. */
const SILENCE_MS = 300;
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
 * @param url redis:// or rediss://
 * @param trouble is told when the connection is lost or cannot be made
 */
export function connectRedis(url: string, trouble: (error: unknown) => void): Redis {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    // A line on which nothing comes back is as good as none; pings see to it that something does.
    pingInterval: 500,
    socket: { connectTimeout: 2000, socketTimeout: 3000, reconnectStrategy: () => 250 },
    // Its own deadline ends where a command is sent, and ours when it is answered.
    commandOptions: { timeout: 0 },
  });
  const silence = new Silence(SILENCE_MS);
  client.on('error', trouble).on('ready', silence.heard).on('ping-interval', silence.heard);
  const connecting = client.connect().catch(trouble);

  async function runOnce(
    { text, sha }: Script,
    options: { keys: string[]; arguments: string[] },
  ): Promise<unknown> {
    await connecting;
    return client.evalSha(sha, options).catch((error: unknown) => {
      const isNew = error instanceof ErrorReply && error.message.startsWith('NOSCRIPT');
      if (!isNew) throw error;
      return client.eval(text, options);
    });
  }

  return {
    key,
    run(script, keys, values) {
      const options = { keys: keys.map(key), arguments: values.map(String) };
      return silence.ask(() => runOnce(script, options));
    },
    send: (...command) =>
      silence.ask(async () => {
        await connecting;
        return client.sendCommand([...command]);
      }),
    async close() {
      client.destroy();
      await connecting;
    },
  };
}

function key(name: string): string {
  return PREFIX + name;
}
