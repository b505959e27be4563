interface Document {
  /** Prerendering Revamped; TypeScript's DOM library does not have it yet. */
  readonly prerendering?: boolean;
}
