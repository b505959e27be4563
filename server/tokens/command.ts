import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { GRANT_HELP, readAsked } from './asked.ts';
import {
  PAIRING_LIFETIME_MS,
  PAIRING_TRIES,
  newPairingCode,
  readPairingCode,
} from './pairing-code.ts';
import { hashOf, newSecret } from './secret.ts';
import { type Token, standing } from './token.ts';

/** What a command has to say; a mistake of the operator's is one sentence or more. */
export interface Said {
  readonly ok: boolean;
  readonly text: string;
}

/** How tokens are handled by their operator. */
export const HELP = `npm run token -- <command>

  create --name "Support laptops"   makes a token and prints it, this once
  pair --name "Ann's laptop"        prints a code, for which the extension gets a token
  list                              shows all tokens, never their secrets
  rotate "Support laptops"          gives a token another secret, and prints it
  revoke "Support laptops"          ends a token at once

create and pair also take:
${GRANT_HELP}`;

/**
 * Does what the operator asks.
 * @param words the command line
 * @param now milliseconds since the epoch
 */
export async function handleTokens(
  store: Store,
  words: readonly string[],
  now: number,
): Promise<Said> {
  const [command, ...rest] = words;
  switch (command) {
    case 'create':
      return create(store, rest, now);
    case 'pair':
      return offerPair(store, rest, now);
    case 'list':
      return { ok: true, text: table(await store.tokens(), now) };
    case 'rotate':
      return rotate(store, rest);
    case 'revoke':
      return revoke(store, rest, now);
    default:
      return { ok: command === undefined || command === 'help', text: HELP };
  }
}

async function create(store: Store, words: readonly string[], now: number): Promise<Said> {
  const asked = readAsked(words, now);
  if (!asked.ok) return { ok: false, text: asked.mistakes.join('\n') };
  const secret = newSecret();
  const kept = { id: randomUUID(), hash: hashOf(secret), createdAt: now, revokedAt: null };
  const isNew = await store.createToken({ ...asked.token, ...kept });
  return isNew ? { ok: true, text: secret } : taken(asked.token.name);
}

async function offerPair(store: Store, words: readonly string[], now: number): Promise<Said> {
  const asked = readAsked(words, now);
  if (!asked.ok) return { ok: false, text: asked.mistakes.join('\n') };
  const { token } = asked;
  if ((await store.tokens()).some(({ name }) => name === token.name)) return taken(token.name);
  const code = newPairingCode();
  const read = readPairingCode(code);
  if (read === null) throw new Error('A code of our own cannot be read.');
  const expiresAt = now + PAIRING_LIFETIME_MS;
  await store.offerPairing({ ...read, token, expiresAt, triesLeft: PAIRING_TRIES });
  return { ok: true, text: `${code}  (valid for 5 minutes, 5 tries)` };
}

async function rotate(store: Store, [name = '']: readonly string[]): Promise<Said> {
  const secret = newSecret();
  const isThere = await store.rotateToken(name, hashOf(secret));
  return isThere ? { ok: true, text: secret } : missing(name);
}

async function revoke(store: Store, [name = '']: readonly string[], now: number): Promise<Said> {
  const isThere = await store.revokeToken(name, now);
  return isThere ? { ok: true, text: `"${name}" has ended.` } : missing(name);
}

function taken(name: string): Said {
  return {
    ok: false,
    text: `There is a token "${name}" already, or has been: choose another name.`,
  };
}

function missing(name: string): Said {
  return { ok: false, text: `There is no token "${name}" that has not ended; see list.` };
}

function table(tokens: readonly Token[], now: number): string {
  if (tokens.length === 0) return 'There are no tokens yet.';
  return tokens.map((token) => line(token, now)).join('\n');
}

function line(token: Token, now: number): string {
  const { agents, sites, perMinute, perDay, concurrent, minutesPerDay, minutesPerMonth } =
    token.grant;
  const few = (names: readonly string[] | null) => names?.join(',') ?? 'all';
  const most = (count: number | null) => String(count ?? 'any');
  const until = token.expiresAt === null ? 'never expires' : `until ${day(token.expiresAt)}`;
  return [
    token.name,
    standing(token, now),
    `made ${day(token.createdAt)}`,
    until,
    `agents ${few(agents)}`,
    `sites ${few(sites)}`,
    `${most(perMinute)}/minute ${most(perDay)}/day ${most(concurrent)} at once`,
    `${most(minutesPerDay)} min/day ${most(minutesPerMonth)} min/month`,
  ].join(' | ');
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
