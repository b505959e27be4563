/** What a token lets its bearer do; null is no limit. */
export interface Grant {
  /** Ids of agents. */
  readonly agents: readonly string[] | null;
  /** Origins of the pages on which conversations may be started. */
  readonly sites: readonly string[] | null;
  /** Conversations begun in a minute, and on a day. */
  readonly perMinute: number | null;
  readonly perDay: number | null;
  /** Conversations at once. */
  readonly concurrent: number | null;
  readonly minutesPerDay: number | null;
  readonly minutesPerMonth: number | null;
}

/** Who may have conversations, and how many. Times are milliseconds since the epoch. */
export interface Token {
  readonly id: string;
  /** As the operator calls it; no other token has the same. */
  readonly name: string;
  readonly grant: Grant;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** How a token stands. */
export type Standing = 'valid' | 'expired' | 'revoked';

/** How a token stands now. */
export function standing({ expiresAt, revokedAt }: Token, now: number): Standing {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
}
