/** Calls before each frame that the page shows. */
export function watchFrames(act: () => void, signal: AbortSignal): void {
  const look = () => {
    if (signal.aborted) return;
    act();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
