import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { readPairingCode } from './pairing-code.ts';
import { hashOf, isSameHash, newSecret } from './secret.ts';

/** A token that was just made; nobody is told its secret again. */
export interface Paired {
  readonly token: string;
  readonly name: string;
}

/**
 * Exchanges a code for a token; null where it is not, or no longer, right.
 * @param now milliseconds since the epoch
 */
export async function pair(store: Store, text: string, now: number): Promise<Paired | null> {
  const code = readPairingCode(text);
  if (code === null) return null;
  const pairing = await store.tryPairing(code.name, now);
  if (pairing === null || !isSameHash(pairing.hash, code.hash)) return null;
  // Of two who show it at once, one gets it.
  if (!(await store.takePairing(code.name))) return null;
  const token = newSecret();
  const kept = {
    ...pairing.token,
    id: randomUUID(),
    hash: hashOf(token),
    createdAt: now,
    revokedAt: null,
  };
  const isKept = await store.createToken(kept);
  return isKept ? { token, name: kept.name } : null;
}
