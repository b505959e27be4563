import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import type { HostProbe } from './host-probe.ts';

/** How soon after a fault the microphone must be off, in milliseconds. */
const LIMIT_MS = 2_000;
/** Between two looks at the microphone, in milliseconds. */
const POLL_MS = 10;

/** The type of the annotations that carry the rows from the tests to the reporter. */
const ANNOTATION = 'fault';

/** Something that goes wrong while a conversation runs or is being opened. */
export interface Fault {
  /** What is done, in a few words, as the table of faults has it. */
  readonly done: string;
  /** Makes it happen; gives the moment at which it did, in milliseconds since the epoch. */
  readonly happens: () => Promise<number>;
  /** Waits for what the person is told, and gives those words. */
  readonly sees: () => Promise<string>;
}

/** A row of the table of faults. */
export interface FaultRow {
  readonly done: string;
  readonly saw: string;
  /** From the fault until the microphone was seen to be off, in milliseconds; 0 if it was off by then. */
  readonly offAfterMs: number;
}

/**
 * Lets a fault happen, waits for what the person is told, expects the microphone to be off within
 * two seconds of the fault, and adds a row to the table that FaultTable prints at the end of the run.
 */
export async function expectFault(host: HostProbe, fault: Fault): Promise<void> {
  const microphone = watchMicrophone(host);
  try {
    const at = await fault.happens();
    const saw = await fault.sees();
    await expect.poll(microphone.offSince, { timeout: LIMIT_MS, intervals: [POLL_MS] }).not.toBe(0);
    const offAfterMs = Math.max(0, microphone.offSince() - at);
    const row: FaultRow = { done: fault.done, saw, offAfterMs };
    test.info().annotations.push({ type: ANNOTATION, description: JSON.stringify(row) });
    expect(offAfterMs, 'microphone off after, in ms').toBeLessThanOrEqual(LIMIT_MS);
  } finally {
    await microphone.stopWatching();
  }
}

/** The rows among a test's annotations. */
export function rowsOf(annotations: readonly { type: string; description?: string }[]): FaultRow[] {
  return annotations
    .filter(({ type }) => type === ANNOTATION)
    .map(({ description }) => JSON.parse(description ?? '{}'));
}

/** Looks at the microphone all the time, since nothing outside the host is told when it goes off. */
function watchMicrophone(host: HostProbe) {
  const watching = new AbortController();
  let since = 0;
  const look = async () => {
    while (!watching.signal.aborted) {
      const live = await host.liveTracks();
      since = live === 0 ? since || Date.now() : 0;
      await wait(POLL_MS);
    }
  };
  const over = look();
  // Met in stopWatching; without this a probe that fails meanwhile would end the process.
  over.catch(() => {});
  return {
    /** When the microphone was first seen to be off and has stayed so, in milliseconds since the epoch; 0 while on. */
    offSince: () => since,
    async stopWatching() {
      watching.abort();
      await over;
    },
  };
}
