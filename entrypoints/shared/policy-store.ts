import { storage } from 'wxt/utils/storage';
import { type Policy, readPolicy } from '../../core/policy.ts';

/** What was decided when the browser said so last: right after it was started, it takes seconds to. */
export const toldPolicy = storage.defineItem<unknown>('local:policy');

/** What the organisation that manages this browser has decided, as far as is known. */
export async function loadPolicy(): Promise<Policy> {
  return readPolicy(await toldPolicy.getValue());
}

/** Tells when that changes. */
export function watchPolicy(changed: (now: Policy, before: Policy) => void): void {
  toldPolicy.watch((now, before) => changed(readPolicy(now), readPolicy(before)));
}
