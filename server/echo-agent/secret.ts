import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a presented secret is the right one, in a time that tells nothing about it. */
export function isSecret(presented: unknown, secret: string): boolean {
  return typeof presented === 'string' && timingSafeEqual(digest(presented), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
