import { type WindowPlace, hasMoved } from '../../core/window-place.ts';
import { lastPlace } from '../shared/window-place.ts';

/** How often to look where the window is: nothing tells of one that is moved. In milliseconds. */
const LOOK_MS = 1_000;

/** Remembers where this window is, for the next time it opens. */
export function rememberPlace(): void {
  let known: WindowPlace | null = null;
  const look = () => {
    // Where a minimised window is, systems make up.
    if (document.hidden) return;
    const now = placeNow();
    if (hasMoved(now, known)) void lastPlace.setValue(now);
    known = now;
  };
  window.addEventListener('resize', look);
  setInterval(look, LOOK_MS);
}

function placeNow(): WindowPlace {
  const { screenX: left, screenY: top, outerWidth: width, outerHeight: height } = window;
  return { left, top, width, height };
}
