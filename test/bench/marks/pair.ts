import type { Editor } from './editor.ts';

/** What happened to a page between before and after; a pair has one kind, by what is hardest about it. */
export const KINDS = [
  'renamed classes',
  'reordered siblings',
  'inserted banners',
  'wrapped containers',
  'changed text',
  'translated text',
  'duplicated look-alikes',
  'removed target',
] as const;
export type Kind = (typeof KINDS)[number];

/** A page before and after, with the element that somebody marked before. */
export interface Pair {
  readonly kind: Kind;
  /** What was marked, and what became of it. */
  readonly name: string;
  /** A file of pages/, without its ending. */
  readonly page: string;
  /** A selector of the marked element, before. */
  readonly target: string;
  /** What was done to the page. Whether the target is gone is seen from what is left. */
  readonly change: (page: Editor) => void;
}
