import { expect } from 'playwright/test';
import type { HostProbe } from './host-probe.ts';

/** Where a conversation host can be looked into. */
interface Hosting {
  readonly host: HostProbe;
}

/** Waits until the microphone is on, so that a fault finds something to let go of. */
export async function untilHeard({ host }: Hosting): Promise<void> {
  await expect.poll(() => host.liveTracks(), { intervals: [20] }).toBe(1);
}

/** Expects the conversation host to hold no microphone, no socket and no sound. */
export async function expectReleased({ host }: Hosting): Promise<void> {
  await expect.poll(() => host.liveTracks()).toBe(0);
  await expect.poll(() => host.openSockets()).toBe(0);
  await expect.poll(() => host.runningContexts()).toBe(0);
}
