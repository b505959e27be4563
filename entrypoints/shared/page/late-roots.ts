/** After how long a page is looked at again that does nothing that could be seen, in milliseconds. */
const LATER_MS = [1_000, 3_000, 7_000, 15_000, 31_000];
/** What a person does where there may be more than there was. */
const DONE = ['pointerover', 'focusin'];

/**
 * Has someone look again for shadow roots: a root that is attached to an element that was there is no change
 * that can be observed. Pages do so while they load, or when a person comes near.
 */
export function watchLateRoots(look: () => void, signal: AbortSignal): void {
  const timers = LATER_MS.map((ms) => setTimeout(look, ms));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  for (const type of DONE) window.addEventListener(type, look, { capture: true, signal });
}
