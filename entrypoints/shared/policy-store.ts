import { browser } from 'wxt/browser';
import { NO_POLICY, type Policy, readPolicy } from '../../core/policy.ts';

/** What the organisation that manages this browser has decided. */
export async function loadPolicy(): Promise<Policy> {
  // Firefox rejects where nobody manages it.
  const raw = await browser.storage.managed.get().catch(() => null);
  return raw === null ? NO_POLICY : readPolicy(raw);
}

/** Tells when that changes. */
export function watchPolicy(changed: (now: Policy, before: Policy) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'managed') return;
    void browser.storage.managed.get().then((raw) => {
      const old = Object.entries(changes).map(([name, { oldValue }]) => [name, oldValue]);
      changed(readPolicy(raw), readPolicy({ ...raw, ...Object.fromEntries(old) }));
    });
  });
}
