/** Where a breakage is likely to be noticed: a test file from the repository's root, and words of a test's title. */
export type Hint =
  /** A file of Vitest. */
  | { readonly unit: string }
  /** A file of Vitest that reads the builds for both browsers. */
  | { readonly built: string }
  /** A file of Playwright, in Chromium or in Firefox; without a title, all of its tests. */
  | { readonly chromium: string; readonly title?: string }
  | { readonly firefox: string; readonly title?: string };

/** One change in one place of the product, by which something no longer works. */
export interface Breakage {
  /** Names it on the command line. */
  readonly id: string;
  /** From the repository's root. */
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** What goes wrong, and for whom. */
  readonly sentence: string;
  /** Tried in this order, until one of them fails; none where only the compiler can notice. */
  readonly tests: readonly Hint[];
}
