import { type ReadonlySignal, signal } from '@preact/signals';

/** This close to the end, in pixels, a reader is reading along. */
const NEAR = 24;

/** Where the reader is in a transcript that grows. */
export interface Following {
  /** How many lines there were when the reader left the end; null while reading along. */
  readonly leftAt: ReadonlySignal<number | null>;
  /** The reader has scrolled, or the transcript has. */
  scrolled(where: Scrolled, length: number): void;
  /** The reader wants to go on at the end. */
  rejoin(): void;
}

/** The parts of an element that tell where one is in it. */
type Scrolled = Pick<Element, 'scrollHeight' | 'scrollTop' | 'clientHeight'>;

/** Reading along until the reader scrolls back. */
export function createFollowing(): Following {
  const leftAt = signal<number | null>(null);
  let top = 0;
  return {
    leftAt,
    scrolled({ scrollHeight, scrollTop, clientHeight }, length) {
      const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
      if (isAtEnd) leftAt.value = null;
      // What grows below moves the end away, but only a reader goes back.
      else if (scrollTop < top) leftAt.value ??= length;
      top = scrollTop;
    },
    rejoin: () => (leftAt.value = null),
  };
}
