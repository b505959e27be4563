import type { HostProbe } from './host-probe.ts';
import { until } from './until.ts';

/** Where a conversation host can be looked into. */
interface Hosting {
  readonly host: HostProbe;
}

/** Waits until the microphone is on, so that a fault finds something to let go of. */
export async function untilHeard({ host }: Hosting): Promise<void> {
  await until(() => host.liveTracks()).toBe(1);
}

/** Expects the conversation host to hold no microphone, no socket and no sound. */
export async function expectReleased({ host }: Hosting): Promise<void> {
  await until(() => host.liveTracks()).toBe(0);
  await until(() => host.openSockets()).toBe(0);
  await until(() => host.runningContexts()).toBe(0);
}
