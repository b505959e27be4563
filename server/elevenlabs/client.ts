import { Agent } from 'undici';
import { CONVERSATION_PATH } from '../../core/signed-url.ts';
import { type UpstreamAnswer, type Wanted, failed, understand } from './answer.ts';
import { Late, exchange } from './exchange.ts';
import type { UpstreamFailure } from './failure.ts';

/** Asks ElevenLabs, or whoever speaks its protocol, where to talk to an agent. */
export interface UpstreamClient {
  /**
   * Asks for one conversation with an agent.
   * @param callersHost the Host header by which our own caller reached us
   */
  ask(wanted: Wanted, agentId: string, callersHost?: string): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

export interface UpstreamOptions {
  /** Where to ask, asked for each time: the echo agent's port is known only once it listens. */
  readonly origin: () => string;
  readonly apiKey: string;
  /** Whether to ask under the caller's Host, as the echo agent needs: it answers with that host. */
  readonly asCaller: boolean;
  /** Milliseconds for all of it, a second try included. */
  readonly timeoutMs: number;
}

/** Where each is asked for. The form of the first with underscores is deprecated. */
const PATHS: Readonly<Record<Wanted, string>> = {
  signed_url: `${CONVERSATION_PATH}/get-signed-url`,
  token: `${CONVERSATION_PATH}/token`,
};

/** Connections to ElevenLabs that are kept at most. */
const MAX_CONNECTIONS = 512;

/**
 * A client over one pool of kept connections. It follows no redirects, and asks once more where the
 * network or ElevenLabs itself failed: nobody pays for an address that is not used.
 */
export function upstreamClient(options: UpstreamOptions): UpstreamClient {
  const { origin, apiKey, asCaller, timeoutMs } = options;
  const pool = new Agent({ connections: MAX_CONNECTIONS });

  async function askOnce(
    wanted: Wanted,
    agentId: string,
    callersHost: string | undefined,
    ms: number,
  ): Promise<UpstreamAnswer> {
    const query = `agent_id=${encodeURIComponent(agentId)}`;
    const single = wanted === 'signed_url' ? '&include_conversation_id=true' : '';
    const host = asCaller && callersHost !== undefined ? { host: callersHost } : {};
    const path = `${PATHS[wanted]}?${query}${single}`;
    const headers = { 'xi-api-key': apiKey, ...host };
    try {
      return understand(await exchange(pool, { origin: origin(), path, headers }, ms), wanted);
    } catch (cause) {
      return failed(cause instanceof Late ? { kind: 'timeout' } : { kind: 'unreachable', cause });
    }
  }

  return {
    async ask(wanted, agentId, callersHost) {
      const start = performance.now();
      const first = await askOnce(wanted, agentId, callersHost, timeoutMs / 2);
      if (first.ok || !mayPass(first.failure)) return first;
      const left = Math.max(1, Math.round(timeoutMs - (performance.now() - start)));
      return askOnce(wanted, agentId, callersHost, left);
    },
    close: () => pool.close(),
  };
}

/** Whether the next try may fare better. */
function mayPass(failure: UpstreamFailure): boolean {
  if (failure.kind === 'status') return failure.status >= 500;
  return failure.kind === 'timeout' || failure.kind === 'unreachable';
}
