import type { ServerResponse } from 'node:http';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { expect, onTestFinished } from 'vitest';
import { SITE_HEADER } from '../../core/limit.ts';
import type { Deps } from '../../server/deps.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { KeptToken, Store } from '../../server/store/store.ts';
import { hashOf, newSecret } from '../../server/tokens/secret.ts';
import type { Grant } from '../../server/tokens/token.ts';
import { backend, configured, HOST } from './backend.ts';
import { token } from './tokens.ts';
import { signs, upstream } from './upstream.ts';

/** A key that must never be seen anywhere but at ElevenLabs. */
export const CANARY = 'sk_canary_0123456789abcdef';

export interface CompanyOptions {
  readonly env?: Record<string, string>;
  readonly deps?: Partial<Deps>;
  /** What ElevenLabs does; by default it signs. */
  readonly answer?: (response: ServerResponse) => void;
}

/** How a company asks. */
interface Asking {
  readonly secret?: string;
  readonly site?: string;
  readonly body?: object;
}

/** A backend as a company has it: ElevenLabs behind it, and tokens in front. */
export interface Company {
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** What ElevenLabs was asked so far. */
  readonly asked: readonly { url: string }[];
  /** Makes a token; gives its secret. */
  readonly hire: (grant?: Partial<Grant>, more?: Partial<KeptToken>) => Promise<string>;
  readonly get: (path: string, how?: Asking) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, how?: Asking) => Promise<LightMyRequestResponse>;
  /** Asks for a signed URL of agent `a`. */
  readonly mint: (secret?: string, site?: string) => Promise<LightMyRequestResponse>;
}

/** Puts one together, until the test is over. */
export async function company(options: CompanyOptions = {}): Promise<Company> {
  const { env = {}, deps = {}, answer = signs } = options;
  const { origin, asked } = await upstream(answer);
  const log: string[] = [];
  const store = openSqlite(null);
  const config = configured({
    ELEVENLABS_API_KEY: CANARY,
    ELEVENLABS_AGENTS: 'a=Anna,b=Bert',
    ELEVENLABS_API_BASE: origin,
    LOG_LEVEL: 'trace',
    ...env,
  });
  const app = backend(config, {
    openStore: () => store,
    log: { write: (line) => void log.push(line) },
    ...deps,
  });
  onTestFinished(() => expect(log.join('')).not.toContain(CANARY));
  const ask = (method: 'GET' | 'POST') => async (path: string, how?: Asking) =>
    app.inject({ method, url: `/api/voice-sdk/${path}`, ...asking(how) });
  let count = 0;
  return {
    app,
    store,
    log,
    asked,
    async hire(grant = {}, more = {}) {
      const secret = newSecret();
      const plain = token({ name: `Token ${++count}`, hash: hashOf(secret), ...more });
      await store.createToken({ ...plain, grant: { ...plain.grant, ...grant } });
      return secret;
    },
    get: ask('GET'),
    post: ask('POST'),
    mint: (secret, site) =>
      ask('GET')('signed-url/a', { ...(secret && { secret }), ...(site && { site }) }),
  };
}

function asking({ secret, site, body }: Asking = {}) {
  const headers = {
    host: HOST,
    ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
    ...(site === undefined ? {} : { [SITE_HEADER]: site }),
  };
  return { headers, ...(body === undefined ? {} : { payload: body }) };
}
