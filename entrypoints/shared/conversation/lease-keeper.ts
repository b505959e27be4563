import type { Lease } from '../../../core/line.ts';

/**
 * Has the backend hear of a conversation for as long as it holds its lease: once it is connected,
 * again and again, and in any case when it is over, so that another one may begin.
 * @returns what to call once it is connected
 */
export function keepLease(
  { everyMs }: Lease,
  report: (isOver: boolean) => void,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    clearInterval(timer);
    report(true);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  return () => {
    if (signal.aborted) return;
    report(false);
    timer = setInterval(report, everyMs, false);
  };
}
