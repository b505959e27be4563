import type { Site } from './site.ts';

/** Where a mark holds. A page is its path and query; a pattern is a path with `*` for anything. */
export type Scope =
  | { readonly kind: 'page'; readonly site: Site; readonly path: string }
  | { readonly kind: 'path'; readonly site: Site; readonly pattern: string }
  | { readonly kind: 'site'; readonly site: Site };

/** Corners of a card in which its button may sit; start and end are as the page is read. */
export const CORNERS = ['top-end', 'top-start', 'bottom-end', 'bottom-start'] as const;
export type Corner = (typeof CORNERS)[number];

/** An element that a person made a card: which, for which agent, and where that holds. */
export interface Mark {
  readonly id: string;
  readonly agentId: string;
  /** How the person calls it. */
  readonly label: string;
  readonly scope: Scope;
  /** Where its button sits. */
  readonly corner: Corner;
  /** Whether it is switched on. */
  readonly isOn: boolean;
  readonly anchor: Anchor;
  /** When it was made, in milliseconds since the epoch. */
  readonly at: number;
  /** The pack it came with; absent for one's own. */
  readonly pack?: string;
}

/** All that is known of a marked element, to find it again on a page that has changed. */
export interface Anchor {
  /** A selector for each shadow root around it, of the root's host: the outermost first. */
  readonly roots: readonly string[];
  /** Independent of one another; each found the element, and it alone, when it was marked. */
  readonly selectors: readonly string[];
  readonly fingerprint: Fingerprint;
  readonly surroundings: Surroundings;
  /** How elements that looked like it were called when it was marked, those nearby first. */
  readonly others: readonly string[];
  /** Tokens that it had in common with one of those. */
  readonly common: readonly string[];
  /** How alike the words of the most alike one were, from 0 to 1. */
  readonly alike: Likenesses;
}

/** A number from 0 to 1 for each of the texts by which elements are told from one another. */
interface Likenesses {
  readonly name: number;
  readonly title: number;
  readonly text: number;
  readonly itemTitle: number;
  readonly itemText: number;
}

/** What an element is in itself. Texts are in lower case, with single spaces, and cut. */
export interface Fingerprint {
  readonly tag: string;
  /** As written, or as its tag implies; empty where it has none. */
  readonly role: string;
  /** What it is called: its label, or the words on a button or a link. */
  readonly name: string;
  /** The first heading in it. */
  readonly title: string;
  readonly text: string;
  /** Attributes of its own that last, each as `name=value`; made-up and changing ones are left out. */
  readonly tokens: readonly string[];
  /** What it holds: where links lead, which pictures, which fields. */
  readonly inner: readonly string[];
  /** Classes that a person wrote. */
  readonly classes: readonly string[];
  /** Tags of what is in it side by side, in order; what holds but one thing is seen through. */
  readonly shape: readonly string[];
  /** How many such wrappers there are, itself among them. */
  readonly depth: number;
}

/** What is around an element. */
export interface Surroundings {
  /** The language of the page: texts say less where it is another one. */
  readonly language: string;
  /** The nearest heading before it. */
  readonly heading: string;
  /** The landmark it is in, with its label: `navigation main menu`. */
  readonly landmark: string;
  /** The entry, row or card that it is a part of. */
  readonly item: Item;
  /** The way down to it from there: each tag with its place among its like, as `div 1`; empty where it is the entry. */
  readonly path: readonly string[];
  /** Texts of its neighbours on either side. */
  readonly before: string;
  readonly after: string;
  /** The entry's place among its like, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Those around it, the nearest first, each by its tag and what it may be known by: `section#plans`. */
  readonly ancestors: readonly string[];
}

/** One of several things of a kind, as a page lists them; where there is none, the section. */
export interface Item {
  readonly title: string;
  readonly text: string;
  readonly tokens: readonly string[];
}

/** A candidate on a page, as plain data. */
export interface ElementFacts {
  readonly fingerprint: Fingerprint;
  readonly surroundings: Surroundings;
  /** Which of the anchor's selectors lead to it, and to nothing else, by their index. */
  readonly matched: readonly number[];
  /** The same for two candidates of which one is but a wrapper around the other. */
  readonly place: number;
}

/** Which of the candidates a mark belongs to: one, by its index, or perhaps some of these, the likeliest first. */
export type Verdict = { readonly found: number } | { readonly moved: readonly number[] };

/** How long the parts of a mark may be, in characters, and lists, in entries. */
export const MARK_LIMITS = {
  label: 100,
  path: 1_000,
  selector: 1_000,
  selectors: 4,
  roots: 8,
  name: 100,
  text: 200,
  token: 160,
  tokens: 24,
  classes: 12,
  shape: 24,
  ancestors: 8,
  others: 16,
  common: 64,
} as const;

/** What a mark's or a pack's id may look like. */
const MARK_ID = /^[\w-]{1,64}$/;

/** Whether a value is a well-formed id of a mark or of a pack. */
export function isMarkId(value: unknown): value is string {
  return typeof value === 'string' && MARK_ID.test(value);
}
