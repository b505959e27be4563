import { expect, test } from 'vitest';
import type { Entry, Turn, Writing } from '../../core/transcript.ts';
import { carriedOver, recap, settled, unheard, written } from '../../core/transcript.ts';

const SAID: Turn = { kind: 'turn', role: 'agent', text: 'one two three', eventId: 4, at: 1_000 };
const ASKED: Turn = { kind: 'turn', role: 'user', text: 'stop', eventId: 4, at: 2_000 };

test('an answer that comes in parts is one turn, replaced by its whole at the time it began', () => {
  const parts = ['one ', '', 'two'].map((text, i): Writing => ({
    type: 'part',
    eventId: 4,
    text,
    at: 1_000 + i,
  }));
  expect(transcript(parts)).toEqual([{ ...SAID, text: 'one two', isPartial: true }]);
  const whole = { ...SAID, at: 3_000 };
  expect(transcript([...parts, { type: 'said', turn: whole }])).toEqual([SAID]);
  // What comes late of an answer that is whole adds nothing to it.
  expect(
    transcript([
      ...parts,
      { type: 'said', turn: whole },
      { type: 'part', eventId: 4, text: '!', at: 4 },
    ]),
  ).toEqual([SAID]);
});

test('an empty part begins nothing', () => {
  expect(transcript([{ type: 'part', eventId: 4, text: '', at: 1_000 }])).toEqual([]);
});

test('entries keep the order in which they were said', () => {
  const question: Turn = { ...ASKED, text: 'how many?', eventId: 1 };
  const writings: Writing[] = [
    { type: 'said', turn: question },
    { type: 'said', turn: SAID },
    { type: 'part', eventId: 6, text: 'and ', at: 4_000 },
    { type: 'said', turn: ASKED },
    { type: 'part', eventId: 6, text: 'four', at: 5_000 },
  ];
  const last = { ...SAID, text: 'and four', eventId: 6, at: 4_000, isPartial: true };
  expect(transcript(writings)).toEqual([question, SAID, last, ASKED]);
});

test('a correction replaces the words of its own turn and keeps what was intended, once', () => {
  const entries = transcript([
    { type: 'said', turn: SAID },
    { type: 'said', turn: ASKED },
    { type: 'corrected', eventId: 4, text: 'one two' },
    { type: 'corrected', eventId: 4, text: 'one' },
    { type: 'corrected', eventId: 9, text: 'nothing' },
  ]);
  expect(entries).toEqual([{ ...SAID, text: 'one', intended: 'one two three' }, ASKED]);
});

test('what was never heard is what follows the words that were', () => {
  expect(unheard(SAID)).toBe('');
  expect(unheard({ ...SAID, text: 'one two...', intended: 'one two three' })).toBe(' three');
  expect(unheard({ ...SAID, text: 'Sorry.', intended: 'one two three' })).toBe('one two three');
});

test('a tool is one line from its request to its answer', () => {
  const use = { kind: 'tool', callId: 'a', name: 'search', outcome: 'running', at: 5 } as const;
  const done = { ...use, outcome: 'done', at: 9 } as const;
  expect(
    transcript([
      { type: 'tool', use },
      { type: 'tool', use: { ...use, callId: 'b' } },
      { type: 'tool', use: done },
    ]),
  ).toEqual([
    { ...done, at: 5 },
    { ...use, callId: 'b' },
  ]);
});

test('an answer is liked, disliked, and neither again', () => {
  const liked = (value: boolean | null): Writing => ({ type: 'liked', eventId: 4, liked: value });
  const said: Writing = { type: 'said', turn: SAID };
  expect(transcript([said, liked(false)])).toEqual([{ ...SAID, liked: false }]);
  expect(transcript([said, liked(true), liked(null)])).toEqual([SAID]);
});

test('what changes nothing gives the very same transcript', () => {
  const entries = transcript([{ type: 'said', turn: SAID }]);
  expect(written(entries, { type: 'corrected', eventId: 4, text: SAID.text })).toBe(entries);
  expect(written(entries, { type: 'liked', eventId: 9, liked: true })).toBe(entries);
});

test('what was under way when the line closed is whole as it stands', () => {
  const entries = transcript([
    { type: 'said', turn: ASKED },
    { type: 'part', eventId: 9, text: 'I was', at: 3_000 },
  ]);
  const [, last] = settled(entries);
  expect(last).toEqual({ kind: 'turn', role: 'agent', text: 'I was', eventId: 9, at: 3_000 });
  expect(settled(entries)[0]).toBe(entries[0]);
  const over = settled(entries);
  expect(settled(over)).toBe(over);
});

test('on another line the same event id is another turn', () => {
  const before = carriedOver(transcript([{ type: 'said', turn: SAID }]));
  const after = written(before, { type: 'part', eventId: 4, text: 'Hello', at: 5_000 });
  const { eventId: _elsewhere, ...said } = SAID;
  expect(after).toEqual([
    said,
    { kind: 'turn', role: 'agent', text: 'Hello', eventId: 4, at: 5_000, isPartial: true },
  ]);
});

test('a recap tells who said what, and of too much the newest', () => {
  const entries = transcript([
    { type: 'said', turn: SAID },
    { type: 'remarked', remark: { kind: 'remark', remark: 'voice', at: 3 } },
    { type: 'said', turn: ASKED },
  ]);
  expect(recap(entries)).toBe('Agent: one two three\nUser: stop');
  expect(recap(entries, 10)).toBe('User: stop');
});

function transcript(news: readonly Writing[]): readonly Entry[] {
  return news.reduce(written, []);
}
