import { type ReadonlySignal, signal } from '@preact/signals';

const TICK_MS = 1_000;

/** The time in milliseconds since the epoch, which goes on every second. */
export function clock(): ReadonlySignal<number> {
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), TICK_MS);
  return now;
}
