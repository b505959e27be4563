/** Something that is done with the last of what is given. */
export interface Due<T> {
  /** It is to be done with this, before the next frame. */
  readonly call: (given: T) => void;
  /** What is to be done yet is done now. */
  readonly now: () => void;
}

/** Acts once before each frame at most: a pointer tells more than can be shown. */
export function atNextFrame<T>(
  act: (last: T) => void,
  nextFrame: (act: () => void) => void,
): Due<T> {
  let last: { readonly given: T } | null = null;
  const now = () => {
    const due = last;
    last = null;
    if (due) act(due.given);
  };
  return {
    call(given) {
      if (last === null) nextFrame(now);
      last = { given };
    },
    now,
  };
}
