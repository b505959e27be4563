import { readFile } from 'node:fs/promises';
import type { connectDevTools } from '../../scripts/devtools.js';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;
/** The most memory that each of the browser's processes ever held, in bytes, by process id. */
type Peaks = ReadonlyMap<number, number>;

/** Looks up the most memory that each of the browser's processes ever held; on Linux. */
export async function peakMemory(devTools: DevTools): Promise<Peaks> {
  const { processInfo } = await devTools.send('SystemInfo.getProcessInfo');
  const ids: number[] = processInfo.map(({ id }: { id: number }) => id);
  return new Map(await Promise.all(ids.map(async (id) => [id, await peakOf(id)] as const)));
}

/** By how much the peak of one process rose at most, in bytes; processes that are new do not count. */
export function growth(before: Peaks, after: Peaks): number {
  return Math.max(...[...before].map(([id, peak]) => (after.get(id) ?? 0) - peak));
}

async function peakOf(id: number): Promise<number> {
  // A process may have ended in between.
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
