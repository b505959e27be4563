import type { Anchor } from './mark.ts';

/** Where picking starts: at what the pointer is on, or at what has the focus, else in the middle. */
export type AimStart = 'pointer' | 'focus';

/** A step from one element to another. */
export type Step = 'parent' | 'child' | 'next' | 'previous';

/** A point in the window, or a way across it, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in the window, in pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** An element that may be taken, as the picker shows it. Its words are the page's own. */
export interface Candidate {
  readonly tag: string;
  readonly role: string;
  readonly name: string;
  readonly box: Box;
  readonly isRightToLeft: boolean;
  /** Its place on the way out from what was aimed at, which is 0, and how many there are. */
  readonly rung: number;
  readonly rungs: number;
}

/** What the picker asks of the page that it covers. */
export type AimOrder =
  | { readonly do: 'point'; readonly at: Point }
  | { readonly do: 'step'; readonly to: Step }
  | { readonly do: 'widen'; readonly to: number }
  | { readonly do: 'scroll'; readonly at: Point; readonly by: Point }
  | { readonly do: 'take' }
  /** The picker is to have the focus, unless the person is elsewhere in the browser. */
  | { readonly do: 'focus' }
  /** Picking is over. */
  | { readonly do: 'leave' };

/** What the page's side tells the picker. */
export type AimNews =
  | { readonly is: 'candidate'; readonly candidate: Candidate }
  /** It is elsewhere in the window, or of another size. */
  | { readonly is: 'moved'; readonly box: Box }
  /** What is known of the candidate, to find it again; null where that cannot be told. */
  | { readonly is: 'taken'; readonly anchor: Anchor | null };
