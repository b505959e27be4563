/** A row of the table of faults. */
export interface FaultRow {
  /** What was done, in a few words. */
  readonly done: string;
  /** What the person was told. */
  readonly saw: string;
  /** From the fault until the microphone was seen to be off, in milliseconds; 0 if it was off by then. */
  readonly offAfterMs: number;
  /** The invariants that were seen to hold afterwards. */
  readonly held: string;
}

/** The type of the annotations in which a browser's test reports its rows. */
export const FAULT = 'fault';

/** Names the invariants that held: all but these. */
export function heldBut(left: readonly number[]): string {
  const held = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((i) => !left.includes(i));
  return held.length === 9 ? 'all nine' : `I${held.join(' ')}`;
}
