import type { KeptToken } from '../../server/store/store.ts';

/** A token as a store keeps it, without limits. */
export function token(more: Partial<KeptToken> = {}): KeptToken {
  const { name = 'Ann' } = more;
  return {
    id: `id of ${name}`,
    name,
    hash: 'a1',
    grant: {
      agents: null,
      sites: null,
      perMinute: null,
      perDay: null,
      concurrent: null,
      minutesPerDay: null,
      minutesPerMonth: null,
    },
    createdAt: Date.parse('2027-01-01T00:00:00Z'),
    expiresAt: null,
    revokedAt: null,
    ...more,
  };
}
