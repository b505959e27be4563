import { readPairing, readToken } from './kept.ts';
import type { Redis } from './redis-client.ts';
import {
  CREATE_TOKEN,
  REVOKE_TOKEN,
  ROTATE_TOKEN,
  TOKEN_BY_HASH,
  TRY_PAIRING,
} from './redis-scripts.ts';
import { list, text } from './redis-reply.ts';
import type { KeptToken, Pairing, Store } from './store.ts';

type Tokens = Pick<
  Store,
  | 'createToken'
  | 'tokens'
  | 'hasTokens'
  | 'tokenByHash'
  | 'revokeToken'
  | 'rotateToken'
  | 'offerPairing'
  | 'tryPairing'
  | 'takePairing'
>;

/** By hash, and by name. */
const TOKENS = ['token-names', 'tokens', 'token-hashes', 'revoked-tokens'] as const;

/** Tokens and pairings in Redis. */
export function redisTokens(redis: Redis): Tokens {
  const { run, send, key } = redis;
  const all = (name: (typeof TOKENS)[number]) => send('HVALS', key(name)).then(list);
  return {
    createToken: async (token) => isOne(await run(CREATE_TOKEN, TOKENS, kept(token))),
    async tokens() {
      const tokens = (await all('tokens')).map((json) => readToken(text(json)));
      const found = tokens.map(async (token) => {
        const revokedAt = await send('HGET', key('revoked-tokens'), token.name);
        return { ...token, revokedAt: time(revokedAt) };
      });
      return (await Promise.all(found)).toSorted((a, b) => a.createdAt - b.createdAt);
    },
    hasTokens: async () => Number(await send('HLEN', key('tokens'))) > 0,
    async tokenByHash(hash) {
      const found = await run(TOKEN_BY_HASH, TOKENS, [hash]);
      if (found === null) return null;
      const [json, , revokedAt] = list(found);
      return { ...readToken(text(json)), hash, revokedAt: time(revokedAt) };
    },
    revokeToken: async (name, now) => isOne(await run(REVOKE_TOKEN, TOKENS, [name, now])),
    rotateToken: async (name, hash) => isOne(await run(ROTATE_TOKEN, TOKENS, [name, hash])),
    async offerPairing({ triesLeft, ...pairing }) {
      const place = key(pairingKey(pairing.name));
      await send('HSET', place, 'json', JSON.stringify(pairing), 'tries', String(triesLeft));
      await send('PEXPIREAT', place, String(pairing.expiresAt));
    },
    tryPairing: async (name, now) => pairingOf(await run(TRY_PAIRING, [pairingKey(name)], []), now),
    takePairing: async (name) => isOne(await send('DEL', key(pairingKey(name)))),
  };
}

function kept({ hash, revokedAt: _revokedAt, ...token }: KeptToken): readonly string[] {
  return [token.name, JSON.stringify(token), hash];
}

function pairingOf(reply: unknown, now: number): Pairing | null {
  if (reply === null) return null;
  const [json, triesLeft] = list(reply);
  const pairing = readPairing(text(json));
  return pairing.expiresAt > now ? { ...pairing, triesLeft: Number(triesLeft) } : null;
}

function pairingKey(name: string): string {
  return `pairing:${name}`;
}

function isOne(reply: unknown): boolean {
  return Number(reply) === 1;
}

function time(reply: unknown): number | null {
  return reply === null || reply === undefined ? null : Number(reply);
}
