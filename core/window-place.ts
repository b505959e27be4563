/** Where a window is on the screen and how large, in CSS pixels, its frame included. */
export interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How large the conversation window is at first. */
export const FIRST_SIZE = { width: 400, height: 560 } as const;
/** Smaller than this, little is to be seen of what is said. */
const LEAST = { width: 280, height: 320 } as const;

/** Where to open a window that was there before; where that is not known, only how large. */
export function openAt(last: WindowPlace | null): Partial<WindowPlace> {
  if (last === null || !Object.values(last).every(Number.isFinite)) return FIRST_SIZE;
  const { left, top, width, height } = last;
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(Math.max(width, LEAST.width)),
    height: Math.round(Math.max(height, LEAST.height)),
  };
}

/** Whether a window has been moved or resized. */
export function hasMoved(now: WindowPlace, before: WindowPlace | null): boolean {
  if (before === null) return true;
  const { left, top, width, height } = before;
  return now.left !== left || now.top !== top || now.width !== width || now.height !== height;
}
