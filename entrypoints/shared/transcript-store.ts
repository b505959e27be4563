import { storage } from 'wxt/utils/storage';
import type { Conversation } from '../../core/conversation.ts';
import { loadPolicy } from './policy-store.ts';

/** As many conversations as anybody would look through. */
const MOST = 50;
/** The one lock under which what is kept is changed, for background and pages alike. */
const LOCK = 'transcripts';

/** Which conversations are kept, oldest first. */
const order = storage.defineItem<readonly string[]>('session:transcripts', { fallback: [] });

/**
 * Keeps a conversation for as long as the browser runs, unless a policy forbids it, in place of what was kept of it before.
 * Where the store is full the oldest ones go first; one that alone is too large is not kept.
 */
export async function keepTranscript(conversation: Conversation): Promise<void> {
  if (!(await loadPolicy()).keepsTranscripts) return;
  await changeKept(async (before) => {
    const { id } = conversation;
    // A conversation keeps its place while it goes on.
    const kept = before.includes(id) ? [...before] : [...before, id];
    const oldest = () => kept.find((one) => one !== id) ?? id;
    while (kept.length > MOST || !(await fits(conversation, kept))) {
      const [gone = id] = kept.splice(kept.indexOf(oldest()), 1);
      await drop([gone]);
      if (gone === id) break;
    }
    return kept;
  });
}

/** The conversations that are kept, newest first. */
export async function loadTranscripts(): Promise<readonly Conversation[]> {
  const ids = await order.getValue();
  const kept = await Promise.all(ids.map((id) => storage.getItem<Conversation>(keyOf(id))));
  return kept.filter((one) => one !== null).toReversed();
}

/** Tells when a conversation is kept for the first time, or forgotten. */
export function watchTranscripts(listener: () => void): void {
  order.watch(() => listener());
}

/** Forgets one conversation. */
export async function forgetTranscript(id: string): Promise<void> {
  await changeKept(async (kept) => {
    await drop([id]);
    return kept.filter((one) => one !== id);
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
  change: (kept: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const before = await order.getValue();
    const now = await change(before);
    if (now.join() !== before.join()) await order.setValue(now);
  });
}

/** Stores a conversation and its place; false where the browser has no room for it. */
async function fits(conversation: Conversation, kept: readonly string[]): Promise<boolean> {
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

async function drop(ids: readonly string[]): Promise<void> {
  await storage.removeItems(ids.map(keyOf));
}

function keyOf(id: string) {
  return `session:transcript:${id}` as const;
}
