import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../../core/conversation.ts';
import { applied, changeBetween } from '../../core/feed.ts';
import type { Entry } from '../../core/transcript.ts';

test('only what differs is told', () => {
  const before = conversation('a', ['one', 'two', 'three']);
  const now = before && { ...before, entries: before.entries.with(1, line('TWO')) };
  const change = changeBetween(before, now);
  expect([change.from, change.entries.length]).toEqual([1, 2]);
  expect(changeBetween(now, now)).toMatchObject({ from: 3, entries: [] });
});

test('any state follows from any other by the change between them', { tags: 'property' }, () => {
  const texts = fc.array(fc.constantFrom('one', 'two'), { maxLength: 5 });
  const state = fc.option(
    fc
      .record({ id: fc.constantFrom('a', 'b'), texts })
      .map(({ id, texts: said }) => conversation(id, said)),
  );
  fc.assert(
    fc.property(state, state, (before, now) => {
      expect(applied(before, changeBetween(before, now))).toEqual(now);
    }),
  );
});

function conversation(id: string, texts: readonly string[]): State {
  return {
    id,
    agentId: 'echo',
    tabId: 7,
    frameId: 0,
    site: null,
    mode: 'voice',
    phase: 'listening',
    muted: false,
    startedAt: 1,
    entries: texts.map(line),
  };
}

const LINES = new Map<string, Entry>();

/** The same line for the same words, as a transcript keeps what did not change. */
function line(text: string): Entry {
  const known = LINES.get(text) ?? { kind: 'turn', role: 'user', text, at: 1 };
  LINES.set(text, known);
  return known;
}
