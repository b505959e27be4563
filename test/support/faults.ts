import { setTimeout as wait } from 'node:timers/promises';
import { type Locator, test } from 'playwright/test';
import type { HostProbe } from './host-probe.ts';
import { FAULT, type FaultRow, heldBut } from './fault-row.ts';
import { type Seen, broken } from './invariants.ts';
import { Surfaces } from './surfaces.ts';
import type { Browser } from './chromium.ts';
import { until } from './until.ts';
import type { Witness } from './witness.ts';

/** Between two looks at the microphone, in milliseconds. */
const POLL_MS = 40;

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

/** Where faults happen. */
export interface Place {
  readonly browser: Browser;
  readonly host: HostProbe;
  readonly witness: Witness;
}

/**
 * Lets a fault happen, waits for what the person is told, and expects the nine invariants: the microphone
 * goes off, every surface agrees, the next conversation works, and the rest as `broken` has it. Adds a row
 * to the table of faults (print-faults.ts), which says how soon the microphone was off.
 */
export async function expectFault(place: Place, fault: Fault): Promise<void> {
  await test.step(fault.done, () => see(place, fault));
}

async function see(place: Place, fault: Fault): Promise<void> {
  // A reload takes pages of the extension with it; they are opened when it is over.
  const before = fault.isForgotten ? null : await Surfaces.of(place.browser);
  const chosen = (await before?.facts())?.chosen ?? null;
  const { saw, offAfterMs } = await expectSilence(place.host, fault);
  const surfaces = before ?? (await Surfaces.of(place.browser));
  if (!fault.isForgotten) {
    await until(() => surfaces.disagreements(fault.card), 'where surfaces disagree').toEqual([]);
  }
  await fault.again?.();
  const mustStay = fault.changesSettings ? null : chosen;
  const isBroken = async () => broken(await seenAt(place, surfaces), mustStay);
  await until(isBroken, 'the invariants that do not hold').toEqual([]);
  const row: FaultRow = { done: fault.done, saw, offAfterMs, held: heldOf(fault) };
  test.info().annotations.push({ type: FAULT, description: JSON.stringify(row) });
}

async function seenAt({ host, witness }: Place, surfaces: Surfaces): Promise<Seen> {
  const { events, kept, chosen } = await surfaces.facts();
  const { lines, mints, troubles } = witness;
  const [sockets, hosts] = await Promise.all([host.mostSockets(), host.mostDocuments()]);
  return { sockets, hosts, events, kept, chosen, lines, mints, troubles };
}

function heldOf({ isForgotten, changesSettings }: Fault): string {
  return heldBut([...(isForgotten ? [5, 9] : []), ...(changesSettings ? [9] : [])]);
}

/** Lets the fault happen and be told, and expects the microphone to go off. */
async function expectSilence(host: HostProbe, { happens, sees }: Fault) {
  const microphone = watchMicrophone(host);
  try {
    const at = await happens();
    const saw = await sees();
    await until(microphone.offSince, 'the microphone is off').not.toBe(0);
    return { saw, offAfterMs: Math.max(0, microphone.offSince() - at) };
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
