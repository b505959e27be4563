import { type ReadonlySignal, signal } from '@preact/signals';
import type { Policy } from '../../../core/policy.ts';
import { loadPolicy, watchPolicy } from '../policy-store.ts';

/** What the organisation has decided, as it is and becomes. */
export async function livePolicy(): Promise<ReadonlySignal<Policy>> {
  const policy = signal(await loadPolicy());
  watchPolicy((now) => (policy.value = now));
  return policy;
}
