import { expect, test } from 'vitest';
import { type EventType, MOST_EVENTS } from '../core/recorded-events.ts';
import { over, turn } from './support/conversation.ts';
import { misquoted, unaccounted, unended, whole } from './support/ledger.ts';

function events(...types: EventType[]) {
  return types.map((type, at) => ({ at, type }));
}

function line(...said: string[]) {
  return { at: 0, said };
}

function kept(...texts: string[]) {
  return over({ entries: texts.map((text) => turn('agent', text)) });
}

test('each start has one end, before the next begins', () => {
  expect(unended(events('start', 'connected', 'ended', 'start', 'failed:network'))).toEqual([]);
  expect(unended(events('start', 'start', 'ended'))).toEqual(['a start within a conversation']);
  expect(unended(events('start', 'ended', 'failed:quota'))).toEqual([
    'an end without a start: failed:quota',
  ]);
  expect(unended(events('start', 'connected'))).toEqual(['a start without an end']);
});

test('each signed URL leads to a line or to an end, and no line comes without one', () => {
  const ends = [{ at: 30, type: 'failed:quota' }] as const;
  expect(unaccounted({ mints: [10, 25], lines: [{ at: 20 }], events: ends })).toEqual([]);
  expect(unaccounted({ mints: [10, 15], lines: [{ at: 20 }], events: ends })).toHaveLength(1);
  expect(unaccounted({ mints: [10], lines: [{ at: 20 }, { at: 21 }], events: ends })).toHaveLength(
    1,
  );
  expect(unaccounted({ mints: [10, 40], lines: [{ at: 20 }], events: ends })).toHaveLength(1);
});

test('books that are full begin with what follows the first end in them, and no others do', () => {
  const full = events(...Array.from({ length: MOST_EVENTS }, () => 'ended' as const));
  const [mints, lines] = [
    [0, 0.5],
    [{ at: 0 }, { at: 0.6 }],
  ];
  expect(whole({ events: full, mints, lines })).toEqual({
    events: full.slice(1),
    mints: [0.5],
    lines: [{ at: 0.6 }],
  });
  const fewer = full.slice(1);
  expect(whole({ events: fewer, mints, lines })).toEqual({ events: fewer, mints, lines });
});

test('what is kept is what the agent said, but for its last message', () => {
  const lines = [line('a', 'b'), line(), line('c')];
  expect(misquoted([kept('a', 'b'), kept('c')], lines)).toEqual([]);
  expect(misquoted([kept('a')], lines)).toEqual([]);
  expect(misquoted([kept('b')], lines)).toEqual(['kept: b']);
  expect(misquoted([kept('a', 'b', 'b')], lines)).toEqual(['kept: a / b / b']);
  expect(misquoted([kept('c'), kept('a', 'b')], lines)).toEqual(['kept: a / b']);
});
