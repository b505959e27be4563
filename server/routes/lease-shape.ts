import { type Static, Type } from 'typebox';
import { LEASE_RENEWAL_MS } from '../../core/limit.ts';

/** A lease as it is handed out. */
export const Lease = Type.Object(
  { id: Type.String(), renewEverySeconds: Type.Number() },
  { description: 'By which a running conversation is reported, where a token was shown.' },
);

/** The part of an answer that is the lease, where there is one. */
export function leaseOf(id: string | null): { lease?: Static<typeof Lease> } {
  return id === null ? {} : { lease: { id, renewEverySeconds: LEASE_RENEWAL_MS / 1000 } };
}
