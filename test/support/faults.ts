import { setTimeout as wait } from 'node:timers/promises';
import { type Locator, expect, test } from 'playwright/test';
import type { HostProbe } from './host-probe.ts';
import { type Scene, broken } from './invariants.ts';
import { Surfaces } from './surfaces.ts';
import type { Browser } from './chromium.ts';

/** How soon after a fault the microphone must be off, in milliseconds. */
const LIMIT_MS = 2_000;
/** How soon after that every surface must agree, and everything be accounted for, in milliseconds. */
const SOON_MS = 1_000;
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
  /** The card that shows it; absent where its page is gone, or voice is off there. */
  readonly card?: Locator;
  /**
   * Has the next conversation, from its start to its end, without loading anything anew; absent where
   * another fault follows, which begins with one.
   */
  readonly again?: () => Promise<unknown>;
  /** Whether the fault lies in changing the settings. */
  readonly changesSettings?: true;
  /** Whether it takes with it every surface, and what was written down of the conversation. */
  readonly isForgotten?: true;
}

/** A row of the table of faults. */
export interface FaultRow {
  readonly done: string;
  readonly saw: string;
  /** From the fault until the microphone was seen to be off, in milliseconds; 0 if it was off by then. */
  readonly offAfterMs: number;
  /** The invariants that were seen to hold afterwards. */
  readonly held: string;
}

/** Where faults happen. */
export interface Place extends Omit<Scene, 'surfaces'> {
  readonly browser: Browser;
}

/**
 * Lets a fault happen, waits for what the person is told, and expects the nine invariants: the microphone
 * is off within two seconds, every surface agrees within another, the next conversation works, and the
 * rest as `broken` has it. Adds a row to the table that FaultTable prints at the end of the run.
 */
export async function expectFault(place: Place, fault: Fault): Promise<void> {
  // A reload takes pages of the extension with it; they are opened when it is over.
  const before = fault.isForgotten ? null : await Surfaces.of(place.browser);
  const chosen = (await before?.facts())?.chosen ?? null;
  const { saw, offAfterMs } = await expectSilence(place.host, fault);
  const surfaces = before ?? (await Surfaces.of(place.browser));
  if (!fault.isForgotten) {
    expect(await lasting(() => surfaces.disagreements(fault.card))).toEqual([]);
  }
  await fault.again?.();
  const scene = { ...place, surfaces };
  const mustStay = fault.changesSettings ? null : chosen;
  expect(await lasting(() => broken(scene, mustStay))).toEqual([]);
  const row: FaultRow = { done: fault.done, saw, offAfterMs, held: heldOf(fault) };
  test.info().annotations.push({ type: ANNOTATION, description: JSON.stringify(row) });
}

/** What is still wrong at the last look that began soon enough, however long a busy computer takes to look. */
async function lasting(look: () => Promise<string[]>): Promise<string[]> {
  const start = Date.now();
  let wrong = await look();
  while (wrong.length > 0 && Date.now() - start < SOON_MS) wrong = await look();
  return wrong;
}

function heldOf({ isForgotten, changesSettings }: Fault): string {
  const left = [...(isForgotten ? [5, 9] : []), ...(changesSettings ? [9] : [])];
  const held = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((i) => !left.includes(i));
  return held.length === 9 ? 'all nine' : `I${held.join(' ')}`;
}

/** The rows among a test's annotations. */
export function rowsOf(annotations: readonly { type: string; description?: string }[]): FaultRow[] {
  return annotations
    .filter(({ type }) => type === ANNOTATION)
    .map(({ description }) => JSON.parse(description ?? '{}'));
}

/** Lets the fault happen and be told, and expects the microphone to go off. */
async function expectSilence(host: HostProbe, { happens, sees }: Fault) {
  const microphone = watchMicrophone(host);
  try {
    const at = await happens();
    const saw = await sees();
    await expect.poll(microphone.offSince, { timeout: LIMIT_MS, intervals: [POLL_MS] }).not.toBe(0);
    const offAfterMs = Math.max(0, microphone.offSince() - at);
    expect(offAfterMs, 'microphone off after, in ms').toBeLessThanOrEqual(LIMIT_MS);
    return { saw, offAfterMs };
  } finally {
    await microphone.stopWatching();
  }
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
