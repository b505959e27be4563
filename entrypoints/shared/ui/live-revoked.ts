import { type ReadonlySignal, signal } from '@preact/signals';
import type { Place } from '../../../core/enabled.ts';
import { revokedSites } from '../revoked-sites.ts';

/** Where the browser's own settings switched voice off, as it is now and becomes. */
export async function liveRevoked(): Promise<ReadonlySignal<readonly Place[]>> {
  const revoked = signal<readonly Place[]>(await revokedSites.getValue());
  revokedSites.watch((now) => (revoked.value = now));
  return revoked;
}
