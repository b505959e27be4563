/** Where to talk to an agent: exactly one of the two. */
export type Line =
  | { readonly signedUrl: string; readonly lease?: Lease }
  | { readonly publicAgentId: string; readonly lease?: never };

/** By which a backend that has budgets is told how long a conversation lasts. */
export interface Lease {
  readonly id: string;
  /** How often it wants to hear of it, in milliseconds. */
  readonly everyMs: number;
}

/** How it stands with the conversation of a lease. */
export interface LeaseReport {
  readonly leaseId: string;
  /** The conversation, as ElevenLabs calls it, once that is known. */
  readonly conversation: string | null;
  readonly isOver: boolean;
}
