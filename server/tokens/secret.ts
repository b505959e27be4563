import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every token begins with, so that people and scanners know one when they see it. */
const PREFIX = 'vc_';

/** A fresh token, of 256 bits. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** Whether a text can be a token at all. */
export function isSecretShaped(text: string): boolean {
  return /^vc_[\w-]{43}$/.test(text);
}

/** What is kept of a secret: its SHA-256, in hexadecimal. */
export function hashOf(secret: string): string {
  return hash('sha256', secret);
}

/** Whether two hashes are the same, in a time that tells nothing about them. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
