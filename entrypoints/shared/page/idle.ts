/** How long work may take before the page has its turn, in milliseconds. */
const SLICE_MS = 5;

/** Does work piece by piece in moments in which the page does nothing; stops when the signal says so. */
export function inIdleTime<Outcome>(
  work: Generator<void, Outcome>,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const go = (deadline: IdleDeadline) => {
      if (signal.aborted) return reject(signal.reason);
      const end = performance.now() + Math.min(SLICE_MS, deadline.timeRemaining());
      try {
        for (;;) {
          const step = work.next();
          if (step.done) return resolve(step.value);
          if (performance.now() >= end) break;
        }
        requestIdleCallback(go);
      } catch (fault) {
        reject(fault);
      }
    };
    requestIdleCallback(go);
  });
}
