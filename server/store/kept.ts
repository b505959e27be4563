import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
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

/** What a token lets its bearer do. */
export const readGrant: Reader<Grant> = reader(GRANT);
/** What a token will be. */
export const readPairedToken: Reader<Pairing['token']> = reader(PAIRED);
/** What never changes of a token. */
export const readToken: Reader<Omit<Token, 'revokedAt'>> = reader(TOKEN);
/** A pairing, without what changes of it. */
export const readPairing: Reader<Omit<Pairing, 'triesLeft'>> = reader(PAIRING);

type Reader<T> = (json: string) => T;

function reader<T extends TSchema>(schema: T): Reader<Static<T>> {
  const compiled = Compile(schema);
  return (json) => {
    const value: unknown = JSON.parse(json);
    if (compiled.Check(value)) return value;
    throw new Error('The store holds something else than was kept there.');
  };
}
