import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Grant, Token } from '../tokens/token.ts';
import type { Pairing } from './store.ts';

const names = Type.Union([Type.Array(Type.String()), Type.Null()]);
const number = Type.Union([Type.Number(), Type.Null()]);
const GRANT = Type.Object({
  agents: names,
  sites: names,
  perMinute: number,
  perDay: number,
  concurrent: number,
  minutesPerDay: number,
  minutesPerMonth: number,
});
const PAIRED = Type.Object({ name: Type.String(), expiresAt: number, grant: GRANT });
const TOKEN = Type.Object({
  id: Type.String(),
  name: Type.String(),
  grant: GRANT,
  createdAt: Type.Number(),
  expiresAt: number,
});
const PAIRING = Type.Object({
  name: Type.String(),
  hash: Type.String(),
  expiresAt: Type.Number(),
  token: PAIRED,
});

// What is kept as JSON is read again by these; each throws where something else has been written.

export function readGrant(json: string): Grant {
  return read(GRANT, json);
}

export function readPairedToken(json: string): Pairing['token'] {
  return read(PAIRED, json);
}

export function readToken(json: string): Omit<Token, 'revokedAt'> {
  return read(TOKEN, json);
}

export function readPairing(json: string): Omit<Pairing, 'triesLeft'> {
  return read(PAIRING, json);
}

function read<T extends TSchema>(schema: T, json: string): Static<T> {
  return Value.Parse(schema, JSON.parse(json));
}
