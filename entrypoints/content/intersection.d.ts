interface IntersectionObserverInit {
  /** Intersection Observer v2; TypeScript's DOM library does not have it yet. */
  trackVisibility?: boolean;
  /** In milliseconds. */
  delay?: number;
}

interface IntersectionObserverEntry {
  /** Absent where the browser does not tell. */
  readonly isVisible?: boolean;
}
