import type { Clock } from '../clock.ts';

/** How long a signed URL may wait for its conversation, in milliseconds, as at ElevenLabs. */
export const SIGNATURE_LIFETIME_MS = 15 * 60 * 1000;

interface Issued {
  readonly agentId: string;
  readonly expiresAt: number;
}

/** Signatures that open one conversation each. */
export class Signatures {
  readonly #issued = new Map<string, Issued>();
  readonly #clock: Clock;
  readonly #random: () => string;

  constructor(clock: Clock, random: () => string) {
    this.#clock = clock;
    this.#random = random;
  }

  /** A fresh signature for one conversation with this agent. */
  issue(agentId: string): string {
    this.#forgetExpired();
    const signature = this.#random();
    const expiresAt = this.#clock.now() + SIGNATURE_LIFETIME_MS;
    this.#issued.set(signature, { agentId, expiresAt });
    return signature;
  }

  /** Whether this signature opens a conversation with this agent; from then on it does not. */
  redeem(signature: string, agentId: string): boolean {
    this.#forgetExpired();
    if (this.#issued.get(signature)?.agentId !== agentId) return false;
    return this.#issued.delete(signature);
  }

  #forgetExpired(): void {
    const now = this.#clock.now();
    for (const [signature, { expiresAt }] of this.#issued) {
      if (expiresAt <= now) this.#issued.delete(signature);
    }
  }
}
