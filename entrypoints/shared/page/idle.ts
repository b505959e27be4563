/** How long we work at a time while a page does nothing else, in milliseconds. */
const SLICE_MS = 5;
/** How much of that is left for the step that is begun last. */
const SPARE_MS = 3;
/** After how long a page that always does something lets us have a slice nevertheless, in milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * Works while the page is idle, in slices of 5 ms at most, as far as no step of the work takes longer than
 * is spared for it; gives the result and how long the work itself took, in milliseconds. Never, once aborted.
 */
export function whenIdle<T>(
  work: Generator<void, T>,
  signal: AbortSignal,
): Promise<{ readonly result: T; readonly took: number }> {
  let took = 0;
  return new Promise((resolve) => {
    const slice = (deadline: IdleDeadline) => {
      if (signal.aborted) return;
      const start = performance.now();
      const end = start + Math.min(SLICE_MS - SPARE_MS, deadline.timeRemaining());
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      took += performance.now() - start;
      if (step.done) resolve({ result: step.value, took });
      else wait();
    };
    const wait = () => requestIdleCallback(slice, { timeout: PATIENCE_MS });
    wait();
  });
}
