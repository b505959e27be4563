import { storage } from 'wxt/utils/storage';
import type { Conversation } from '../../core/conversation.ts';
import { loadPolicy } from './policy-store.ts';

/** As many conversations as anybody would look through. */
const MOST = 50;
/** How much room they take, in bytes; browsers give 10 MB, of which the rest is for starting the next one. */
const ROOM = 8_000_000;
/** Sizes go by steps of so many bytes: whoever watches the list looks at everything again when it changes. */
const STEP = 50_000;
/** The one lock under which what is kept is changed, for background and pages alike. */
const LOCK = 'transcripts';

/** A conversation that is kept, and about how many bytes it takes. */
interface Kept {
  readonly id: string;
  readonly size: number;
}

/** Which conversations are kept, oldest first. */
const order = storage.defineItem<readonly Kept[]>('session:transcripts', { fallback: [] });

/**
 * Keeps a conversation for as long as the browser runs, unless a policy forbids it, in place of what was kept of it before.
 * Where the store is full the oldest ones go first; one that alone is too large is not kept.
 */
export async function keepTranscript(conversation: Conversation): Promise<void> {
  if (!(await loadPolicy()).keepsTranscripts) return;
  const { id } = conversation;
  const one = { id, size: sizeOf(conversation) };
  await changeKept(async (before) => {
    // A conversation keeps its place while it goes on.
    const place = before.findIndex((other) => other.id === id);
    let kept = place === -1 ? [...before, one] : before.with(place, one);
    while (isTooMuch(kept) || !(await fits(conversation, kept))) {
      const gone = kept.find((other) => other !== one) ?? one;
      kept = kept.filter((other) => other !== gone);
      await drop([gone]);
      if (gone === one) break;
    }
    return kept;
  });
}

/** The conversations that are kept, newest first. */
export async function loadTranscripts(): Promise<readonly Conversation[]> {
  const kept = await order.getValue();
  const found = await Promise.all(kept.map(({ id }) => storage.getItem<Conversation>(keyOf(id))));
  return found.filter((one) => one !== null).toReversed();
}

/** Tells when a conversation is kept for the first time, or forgotten. */
export function watchTranscripts(listener: () => void): void {
  order.watch(() => listener());
}

/** Forgets one conversation. */
export async function forgetTranscript(id: string): Promise<void> {
  await changeKept(async (kept) => {
    await drop(kept.filter((one) => one.id === id));
    return kept.filter((one) => one.id !== id);
  });
}

/** Forgets all of them. */
export async function forgetAll(): Promise<void> {
  await changeKept(async (kept) => {
    await drop(kept);
    return [];
  });
}

async function changeKept(
  change: (kept: readonly Kept[]) => Promise<readonly Kept[]>,
): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const before = await order.getValue();
    const now = await change(before);
    if (names(now) !== names(before)) await order.setValue(now);
  });
}

/** Stores a conversation and its place; false where the browser has no room for it. */
async function fits(conversation: Conversation, kept: readonly Kept[]): Promise<boolean> {
  try {
    await storage.setItems([
      { key: keyOf(conversation.id), value: conversation },
      { item: order, value: kept },
    ]);
    return true;
  } catch (error) {
    // Chrome: "Session storage quota bytes exceeded"; Firefox: QuotaExceededError.
    if (/quota/i.test(String(error))) return false;
    throw error;
  }
}

async function drop(gone: readonly Kept[]): Promise<void> {
  await storage.removeItems(gone.map(({ id }) => keyOf(id)));
}

function isTooMuch(kept: readonly Kept[]): boolean {
  return kept.length > MOST || kept.reduce((sum, { size }) => sum + size, 0) > ROOM;
}

/** As browsers count it: as JSON, in UTF-8. */
function sizeOf(conversation: Conversation): number {
  const { length } = new TextEncoder().encode(JSON.stringify(conversation));
  return Math.ceil(length / STEP) * STEP;
}

function names(kept: readonly Kept[]): string {
  return kept.map(({ id }) => id).join();
}

function keyOf(id: string) {
  return `session:transcript:${id}` as const;
}
