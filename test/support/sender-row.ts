import type { Verdict } from './say.ts';

/** A row of the table of senders: how many messages came to what. */
export interface SenderRow extends Record<Verdict, number> {
  readonly who: string;
}

/** The type of the annotations in which a browser's test reports its rows. */
export const SENDER = 'sender';
