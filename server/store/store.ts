import type { Grant, Token } from '../tokens/token.ts';

/** Something that is counted, in one period of time. */
export interface Counter {
  readonly key: string;
  /** Once it has reached this there is no more; null counts without a limit. */
  readonly cap: number | null;
  /** What one more adds to it. */
  readonly add: number;
  /** When nobody will ask for it any more, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A conversation that is about to begin, and counts as running until its lease is over. */
export interface LeaseWish {
  readonly id: string;
  /** The id of the token that it is for. */
  readonly owner: string;
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly expiresAt: number;
  /** How many may run at once; null is any number. */
  readonly cap: number | null;
}

/** Whether everything asked for was there, and has been counted; if not, nothing has. */
export type Reservation =
  | { readonly ok: true }
  /** The counter at this index is used up. */
  | { readonly ok: false; readonly over: number }
  /** As many conversations run as may; the first lease is over at this time, unless it is renewed. */
  | { readonly ok: false; readonly over: 'leases'; readonly freeAt: number };

/** The lease of a conversation that has begun. */
export interface Lease {
  readonly id: string;
  readonly owner: string;
  /** When it began, in milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds that it has been counted for. */
  readonly spent: number;
  /** Whether `spent` is what ElevenLabs reported. */
  readonly isReported: boolean;
  /** Whether it was renewed or ended since. */
  readonly isTouched: boolean;
}

/** A lease that is renewed, or ended. */
export interface Touch {
  readonly id: string;
  readonly owner: string;
  readonly now: number;
  /** Until when it counts as running from now on; null ends it. */
  readonly expiresAt: number | null;
  /** Whether nothing was used until now: the time up to the first touch is not counted then. */
  readonly isUnused: boolean;
  /** What the time since the last touch is added to; their `add` means nothing. */
  readonly counters: readonly Counter[];
  /** The conversation that it is for, once that is known. */
  readonly conversation: string | null;
}

/** A token as it is kept: its secret is not, only the SHA-256 of it. */
export interface KeptToken extends Token {
  /** In hexadecimal. */
  readonly hash: string;
}

/** What a pairing code stands for until somebody shows it. */
export interface Pairing {
  /** The part of the code by which it is found. */
  readonly name: string;
  /** The SHA-256 of the other part, in hexadecimal. */
  readonly hash: string;
  /** In milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly triesLeft: number;
  /** What the token will be, of which neither id nor secret is there yet. */
  readonly token: {
    readonly name: string;
    readonly expiresAt: number | null;
    readonly grant: Grant;
  };
}

/**
 * What must outlive a restart. Every method is atomic, between processes too, and rejects with
 * StoreUnavailable when the store cannot be reached.
 */
export interface Store {
  /** Keeps a new token; false where its name is taken. */
  createToken(token: KeptToken): Promise<boolean>;
  /** All tokens, revoked and expired ones too, the oldest first. */
  tokens(): Promise<readonly Token[]>;
  /** Whether there has ever been one. */
  hasTokens(): Promise<boolean>;
  tokenByHash(hash: string): Promise<KeptToken | null>;
  /** Has a token of this name end now; false where there is none that has not ended. */
  revokeToken(name: string, now: number): Promise<boolean>;
  /** Gives a token another secret; false where there is none of this name that has not ended. */
  rotateToken(name: string, hash: string): Promise<boolean>;

  offerPairing(pairing: Pairing): Promise<void>;
  /** Takes one try from a pairing, if there is such a one, and gives it as it was before. */
  tryPairing(name: string, now: number): Promise<Pairing | null>;
  /** Takes a pairing away; false where somebody else has taken it already. */
  takePairing(name: string): Promise<boolean>;

  /** Counts a conversation, if there is enough of everything, and opens its lease, if it has one. */
  reserve(counters: readonly Counter[], lease: LeaseWish | null): Promise<Reservation>;
  /** Undoes a reservation that came to nothing. */
  giveBack(counters: readonly Counter[], leaseId: string | null): Promise<void>;
  lease(id: string): Promise<Lease | null>;
  leaseOf(conversation: string): Promise<Lease | null>;
  /** Remembers which conversation a lease is for; the first one counts. */
  name(leaseId: string, conversation: string, expiresAt: number): Promise<void>;
  /** Renews or ends a lease; gives it as it is then, or null where the owner has no such lease. */
  touch(touch: Touch): Promise<Lease | null>;
  /** Replaces what a lease has been counted for by what ElevenLabs reported, in milliseconds; once. */
  settle(leaseId: string, spent: number, counters: readonly Counter[]): Promise<boolean>;
  /** Adds to counters; once for each id. */
  addOnce(id: string, expiresAt: number, counters: readonly Counter[]): Promise<boolean>;
  /** The values of counters, in their order. */
  counts(keys: readonly string[]): Promise<readonly number[]>;
  /** How many conversations of an owner run. */
  running(owner: string, now: number): Promise<number>;

  /** Resolves when the store can be used. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached, or has not answered in time. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
