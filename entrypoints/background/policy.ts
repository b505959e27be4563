import { browser } from 'wxt/browser';
import { inTurn } from '../shared/in-turn.ts';
import { toldPolicy } from '../shared/policy-store.ts';

/** Writes down what the organisation decides, now and whenever it decides otherwise. */
export function followPolicy(): void {
  const inOrder = inTurn();
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void inOrder(writeDown);
  });
  void inOrder(writeDown);
}

async function writeDown(): Promise<void> {
  // Firefox rejects where nobody manages it.
  const now = await browser.storage.managed.get().catch(() => ({}));
  const before = (await toldPolicy.getValue()) ?? {};
  if (JSON.stringify(now) !== JSON.stringify(before)) await toldPolicy.setValue(now);
}
