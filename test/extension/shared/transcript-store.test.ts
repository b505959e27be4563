import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../../core/conversation.ts';
import {
  forgetAll,
  forgetTranscript,
  keepTranscript,
  loadTranscripts,
  watchTranscripts,
} from '../../../entrypoints/shared/transcript-store.ts';

const { session } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

function talk(id: string, text = 'Hello'): Conversation {
  return {
    id,
    agentId: 'echo',
    tabId: 7,
    frameId: 0,
    site: null,
    mode: 'voice',
    phase: 'ended',
    muted: false,
    startedAt: 1_000,
    entries: [{ kind: 'turn', role: 'agent', text, at: 2_000 }],
  };
}

const ids = async () => (await loadTranscripts()).map(({ id }) => id);

/** Gives the store room for so many characters, as a browser does for so many bytes. */
function giveRoom(most: number): void {
  const set = session.set.bind(session);
  vi.spyOn(session, 'set').mockImplementation(async (items) => {
    const all = { ...(await session.get(null)), ...items };
    if (JSON.stringify(all).length > most) {
      throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    }
    await set(items);
  });
}

describe('transcripts', () => {
  it('are kept whole, newest first', async () => {
    await keepTranscript(talk('a'));
    await keepTranscript(talk('b'));
    expect(await loadTranscripts()).toEqual([talk('b'), talk('a')]);
  });

  it('are kept in their place while their conversation goes on', async () => {
    await keepTranscript(talk('a'));
    await keepTranscript(talk('b'));
    await keepTranscript(talk('a', 'Goodbye'));
    expect(await loadTranscripts()).toEqual([talk('b'), talk('a', 'Goodbye')]);
  });

  it('are fifty at most', async () => {
    for (let i = 0; i < 53; i++) await keepTranscript(talk(`${i}`));
    const kept = await ids();
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, '52', '3']);
    expect(Object.keys(await session.get(null))).toHaveLength(51);
  });

  it('give way, oldest first, when the store is full', async () => {
    giveRoom(2_300);
    for (const id of ['a', 'b', 'c']) await keepTranscript(talk(id, 'x'.repeat(400)));
    await keepTranscript(talk('d', 'x'.repeat(900)));
    expect(await ids()).toEqual(['d', 'c']);
    expect(Object.keys(await session.get(null)).toSorted()).toEqual([
      'transcript:c',
      'transcript:d',
      'transcripts',
    ]);
  });

  it('leave room in the store for what else the browser keeps', async () => {
    for (const id of ['a', 'b', 'c']) await keepTranscript(talk(id, 'x'.repeat(2_500_000)));
    expect(await ids()).toEqual(['c', 'b', 'a']);
    // Two bytes each.
    await keepTranscript(talk('d', 'é'.repeat(600_000)));
    expect(await ids()).toEqual(['d', 'c', 'b']);
  });

  it('that alone are too large are not kept, not even their beginning', async () => {
    giveRoom(1_000);
    await keepTranscript(talk('a'));
    await keepTranscript(talk('a', 'x'.repeat(2_000)));
    expect(await ids()).toEqual([]);
    await keepTranscript(talk('b'));
    expect(await ids()).toEqual(['b']);
  });

  it('are not dropped for another trouble of the store', async () => {
    await keepTranscript(talk('a'));
    vi.spyOn(session, 'set').mockRejectedValue(new Error('The disk is on fire.'));
    await expect(keepTranscript(talk('b'))).rejects.toThrow('fire');
    vi.restoreAllMocks();
    expect(await ids()).toEqual(['a']);
  });

  it('are all kept when several come at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => keepTranscript(talk(id))));
    expect(await ids()).toEqual(['c', 'b', 'a']);
  });

  it('can be forgotten, one or all, and tell of it', async () => {
    for (const id of ['a', 'b', 'c']) await keepTranscript(talk(id));
    const told = vi.fn();
    watchTranscripts(told);
    await keepTranscript(talk('c', 'more'));
    await forgetTranscript('b');
    expect(await ids()).toEqual(['c', 'a']);
    await forgetAll();
    expect(await session.get(null)).toEqual({ transcripts: [] });
    expect(told).toHaveBeenCalledTimes(2);
  });
});
