import type { connectDevTools } from '../../scripts/devtools.js';

type DevTools = Awaited<ReturnType<typeof connectDevTools>>;

/** What a part of the extension, or a page, holds in memory. */
export interface Heap {
  /** Bytes of JavaScript that are alive. */
  readonly bytes: number;
  /** Documents that are alive in its process; 0 for a worker, which has none. */
  readonly documents: number;
}

/** What is alive, after a collection, in the part of the browser with this address. */
export async function heapOf(devTools: DevTools, address: string): Promise<Heap> {
  const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{}] });
  const target = targetInfos.find(({ url }: { url: string }) => url === address);
  if (!target) throw new Error(`There is nothing at ${address}.`);
  const { targetId, type } = target;
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string) => devTools.send(method, {}, sessionId);
  // What is finalized by one collection is freed by the next.
  for (let i = 0; i < 3; i++) await send('HeapProfiler.collectGarbage');
  const { usedSize: bytes } = await send('Runtime.getHeapUsage');
  const counters = type === 'service_worker' ? null : await send('Memory.getDOMCounters');
  await devTools.send('Target.detachFromTarget', { sessionId });
  return { bytes, documents: counters?.documents ?? 0 };
}
