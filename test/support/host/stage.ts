import { setImmediate as later } from 'node:timers/promises';
import { test as base, expect, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardState } from '../../../core/card.ts';
import { isLive } from '../../../core/conversation.ts';
import type { Settings } from '../../../core/settings.ts';
import { end } from '../../../entrypoints/background/broker.ts';
import { recordedEvents } from '../../../entrypoints/shared/recorded-events.ts';
import { changeSettings } from '../../../entrypoints/shared/settings-store.ts';
import { forgetAll } from '../../../entrypoints/shared/transcript-store.ts';
import { approvals } from '../approvals.ts';
import { type FaultRow, heldBut } from '../fault-row.ts';
import { broken } from '../invariants.ts';
import { type Turn, standIn, takesCall } from '../stand-in.ts';
import { passes, realNow } from './clock.ts';
import { type Extension, startExtension } from './extension.ts';
import { disagreements, writtenDown } from './facts.ts';
import { SITE } from './messages.ts';

export { expect };

declare module 'vitest' {
  interface TaskMeta {
    /** The rows of the table of faults that a test has seen. */
    faults?: FaultRow[];
  }
}

/** The extension, watched, with a page that has one card. */
export interface Stage extends Extension {
  /** Changes the extension's settings, as if it had been done before. */
  readonly set: (settings: Partial<Settings>) => Promise<void>;
  /** Errors on the console. */
  readonly troubles: readonly string[];
  readonly rows: FaultRow[];
}

/** One for all tests of a file, as a browser has one for all its conversations. */
const extension = await startExtension();

/** A test with the extension at rest, its host and all that it has written down forgotten but for its settings. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ task }, use) => {
    const { devices, worklets, sound, network, card } = extension;
    Object.assign(devices, { permission: 'granted', refusal: null, opened: 0 });
    devices.opens = Promise.resolve();
    worklets.load = Promise.resolve();
    card.set(null);
    await Promise.all([recordedEvents.removeValue(), forgetAll()]);
    network.forget();
    sound.forget();
    const sites = [SITE];
    const approved = approvals(sites, ['echo', 'agent_1', 'nobody']);
    const troubles: string[] = [];
    const listening = vi
      .spyOn(console, 'error')
      .mockImplementation((...words) => void troubles.push(words.map(String).join(' ')));
    const rows: FaultRow[] = [];
    await fakeBrowser.storage.local.remove('settings');
    await changeSettings({ sites, approvals: approved, opensPanel: false, prefetches: false });
    await use({ ...extension, set: changeSettings, troubles, rows });
    listening.mockRestore();
    // Where the test failed, one may still run; it may be what does not end.
    void end();
    if (rows.length > 0) task.meta.faults = rows;
  },
});

/** Something that goes wrong while a conversation runs or is being opened. */
export interface Fault {
  /** What is done, in a few words, as the table of faults has it. */
  readonly done: string;
  readonly happens: () => unknown;
  /** Waits for what the person is told, and gives those words. */
  readonly sees: () => Promise<string>;
  /** Has the next conversation, from its start to its end; by default one with whoever answers by then. */
  readonly again?: () => Promise<unknown>;
}

/**
 * Lets a fault happen, waits for what the person is told, and expects the nine invariants, as
 * `expectFault` does in a browser: the microphone goes off, all surfaces agree, the next conversation
 * works, and the rest as `broken` has it. Adds a row to the table of faults. Deadlines are held
 * meanwhile, so a microphone that waited for one would stay on, and the test would count as hung.
 */
export async function expectFault(stage: Stage, fault: Fault): Promise<void> {
  const { chosen } = await writtenDown();
  const start = realNow();
  await fault.happens();
  const saw = await fault.sees();
  await stage.devices.live.until((tracks) => tracks === 0);
  const offAfterMs = Math.max(0, Math.round(stage.devices.offSince - start));
  expect(await lasting(() => disagreements(stage))).toEqual([]);
  await expectReleased(stage);
  await (fault.again ?? (() => talksOnce(stage)))();
  expect(await lasting(async () => broken(await seenOn(stage), chosen))).toEqual([]);
  stage.rows.push({ done: fault.done, saw, offAfterMs, held: heldBut([]) });
}

/** How long what is on its way may take at most, in milliseconds; it takes a few. */
const LASTING_MS = 10_000;

/** What is still wrong once everything that is on its way has had the time to arrive. */
async function lasting(look: () => Promise<string[]>): Promise<string[]> {
  const start = realNow();
  let wrong = await look();
  while (wrong.length > 0 && realNow() - start < LASTING_MS) {
    await later();
    wrong = await look();
  }
  return wrong;
}

async function seenOn({ network, hosts, troubles }: Stage) {
  const seen = { lines: network.lines(), mints: network.mints(), sockets: network.most() };
  return { ...(await writtenDown()), ...seen, hosts: hosts(), troubles };
}

/** Expects nothing of a conversation to be left: no microphone, no socket, no sound. */
export async function expectReleased({ devices, network, sound }: Stage): Promise<void> {
  await devices.live.until((tracks) => tracks === 0);
  await network.held.until((sockets) => sockets === 0);
  // Contexts have some time for a last, silent block.
  await passes(1_000);
  expect(sound.count()).toEqual({ running: 0, processors: 0 });
}

/** A backend and its agents for the length of a test, each doing in turn what it is told to. */
export async function backendWith(
  stage: Stage,
  agents: Record<string, Turn[]>,
  options?: Parameters<typeof standIn>[1],
) {
  const backend = await standIn(agents, options);
  onTestFinished(backend.close);
  await stage.set({ backendUrl: backend.url });
  return backend;
}

/** Waits for the card to show one of these states. */
export async function untilShown({ card }: Stage, ...states: CardState[]): Promise<void> {
  await card.until((view) => states.includes(view?.state ?? 'idle'));
}

/** Begins a conversation by a click, and waits until the agent has said its first words. */
export async function talks(stage: Stage, agentId?: string): Promise<void> {
  await stage.click(agentId);
  await untilSaid(stage, 1);
  await untilShown(stage, 'listening', 'speaking');
}

/** Waits until the panel shows that so much was said in the conversation that runs. */
export async function untilSaid({ panel }: Stage, entries: number): Promise<void> {
  await panel.until((state) => isLive(state) && state.entries.length >= entries);
}

/** Has a conversation, from a click that begins it to one that ends it. */
export async function talksOnce(stage: Stage, agentId?: string): Promise<void> {
  await talks(stage, agentId);
  await stage.click(agentId);
  await untilShown(stage, 'idle');
}

/** Waits for the card to say that something went wrong, and gives its sentence. */
export async function told(stage: Stage): Promise<string> {
  await untilShown(stage, 'error');
  return stage.says() ?? '';
}

/**
 * Expects a fault at the first click, the sentence that the card shows for it, and the next click to work.
 * @param agents what the backend's agents do; the fault is the first turn of `echo`
 */
export async function failsThenWorks(
  stage: Stage,
  agents: Record<string, Turn[]>,
  { done, message }: { done: string; message: string },
): Promise<void> {
  await expectFault(stage, {
    done,
    happens: () => stage.click(),
    sees: () => told(stage),
    again() {
      agents['echo'] = [takesCall];
      return talksOnce(stage);
    },
  });
  expect(stage.rows[0]?.saw).toBe(message);
}
