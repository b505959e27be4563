import { randomInt } from 'node:crypto';
import { hashOf } from './secret.ts';

/** How long a code can be shown, in milliseconds, and how often it can be tried. */
export const PAIRING_LIFETIME_MS = 5 * 60_000;
export const PAIRING_TRIES = 5;

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = new RegExp(`^[${ALPHABET}]{8}$`);
const HALF = 4;

/** The two halves of a code: by one it is found, and the other one, of almost 20 bits, is the secret. */
export interface PairingCode {
  readonly name: string;
  readonly hash: string;
}

/** A fresh code, such as `7KQ2-XM4H`. */
export function newPairingCode(): string {
  return `${someLetters()}-${someLetters()}`;
}

/** Reads a code as people type it; null where it cannot be one. */
export function readPairingCode(text: string): PairingCode | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (!CODE.test(plain)) return null;
  return { name: plain.slice(0, HALF), hash: hashOf(plain) };
}

function someLetters(): string {
  return Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
