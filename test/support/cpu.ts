/** More than anything takes that is not out of bounds, on however slow a computer, in milliseconds. */
export const CPU_MS = 1_000;

/** How long work takes this process, in milliseconds: however busy the computer is with other things. */
export function cpuMsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
