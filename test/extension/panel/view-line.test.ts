import { describe, expect, it, vi } from 'vitest';
import { type Conversation, type Summary, summary } from '../../../core/conversation.ts';
import { type Glimpse, applied, changeBetween } from '../../../core/feed.ts';
import { viewLine } from '../../../entrypoints/panel/view-line.ts';
import { over, talk, turn } from '../../support/conversation.ts';

/** A line to the host, of which a test holds the other end. */
function line() {
  const messages: ((glimpse: Glimpse) => void)[] = [];
  const ends: (() => void)[] = [];
  const postMessage = vi.fn();
  const disconnect = vi.fn();
  return {
    postMessage,
    disconnect,
    onMessage: { addListener: (hear: (glimpse: Glimpse) => void) => void messages.push(hear) },
    onDisconnect: { addListener: (end: () => void) => void ends.push(end) },
    tell: (glimpse: Glimpse) => messages.forEach((hear) => hear(glimpse)),
    breaks: () => ends.forEach((end) => end()),
  };
}

function watching() {
  const lines: ReturnType<typeof line>[] = [];
  let note: (noted: Summary | null) => void = () => undefined;
  // What a test leaves out of a line is nothing that is asked of it.
  const connect = vi.fn(() => {
    lines.push(line());
    return Object(lines.at(-1));
  });
  const view = viewLine({ connect, watchJournal: (listener) => (note = listener) });
  const end = new AbortController();
  const seen: Glimpse[] = [];
  view.watch((glimpse) => seen.push(glimpse), end.signal);
  return { view, lines, seen, end, note: (noted: Conversation) => note(summary(noted, 1)) };
}

describe('the line to the host', () => {
  it('tells what the host tells', () => {
    const { lines, seen } = watching();
    const change = changeBetween(null, talk());
    lines[0]?.tell(change);
    expect(seen).toEqual([change]);
  });

  it('is opened again for a conversation that it has not told of, and heard no more', () => {
    const { lines, seen, note } = watching();
    lines[0]?.breaks();
    note(talk());
    expect(lines).toHaveLength(2);
    lines[1]?.tell(changeBetween(null, talk()));
    note(talk({ phase: 'speaking' }));
    expect(lines).toHaveLength(2);
    note(talk({ id: 'b' }));
    expect(lines).toHaveLength(3);
    expect(lines[1]?.disconnect).toHaveBeenCalled();
    lines[1]?.tell(changeBetween(null, talk()));
    expect(seen).toHaveLength(1);
  });

  it('tells of the end that a lost host could not tell of, and keeps the words', () => {
    const { lines, seen, note } = watching();
    const before = talk({ entries: [turn('agent', 'Hello')] });
    lines[0]?.tell(changeBetween(null, before));
    lines[0]?.breaks();
    const lost = { by: 'failure', failure: { code: 'host_lost' } } as const;
    note(over({ end: lost }));
    const last = seen.at(-1);
    expect(last?.type === 'change' && applied(before, last)).toEqual({
      ...before,
      phase: 'ended',
      end: lost,
    });
  });

  it('says that the sound is wanted on every line, and when it is not any more', () => {
    const { view, lines, note } = watching();
    view.wantVitals(true);
    expect(lines[0]?.postMessage).toHaveBeenLastCalledWith({ vitals: true });
    note(talk());
    expect(lines[1]?.postMessage).toHaveBeenLastCalledWith({ vitals: true });
    view.wantVitals(false);
    expect(lines[1]?.postMessage).toHaveBeenLastCalledWith({ vitals: false });
  });

  it('ends with its page', () => {
    const { lines, note, end } = watching();
    end.abort();
    expect(lines[0]?.disconnect).toHaveBeenCalled();
    note(talk());
    expect(lines).toHaveLength(1);
  });
});
