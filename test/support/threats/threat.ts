/** What somebody may do who means ill. */
export interface Threat {
  /** What they do, in a few words. */
  readonly attack: string;
  /** Why that comes to nothing, or how far it goes. */
  readonly stops: string;
  /** Titles of tests, as they are written, by their file within `test/`. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}
