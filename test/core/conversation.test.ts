import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, State } from '../../core/conversation.ts';
import { cutOff, isLive, step, summary } from '../../core/conversation.ts';
import { failure } from '../../core/failure.ts';

const START = {
  type: 'start',
  id: 'a',
  agentId: 'echo',
  tabId: 7,
  frameId: 0,
  site: 'https://a.example',
  mode: 'voice',
  at: 1_000,
} as const;

describe('a conversation', () => {
  test('connects, speaks, listens, ends when asked and is over when all is let go', () => {
    const phases = run([
      START,
      { type: 'connected', id: 'a', at: 1_200 },
      { type: 'mode', id: 'a', mode: 'speaking' },
      { type: 'mode', id: 'a', mode: 'listening' },
      { type: 'end asked', id: 'a' },
      { type: 'released', id: 'a' },
    ]).map(({ state }) => state?.phase);
    expect(phases).toEqual(['connecting', 'listening', 'speaking', 'listening', 'ending', 'ended']);
  });

  test('keeps its first reason: what fails while it is ending changes nothing', () => {
    const after = last([
      START,
      { type: 'failed', id: 'a', failure: failure('microphone_lost') },
      { type: 'closed', id: 'a', code: 1006, reason: '', at: 9_000 },
      { type: 'end asked', id: 'a' },
    ]);
    expect(after?.end).toEqual({ by: 'failure', failure: { code: 'microphone_lost' } });
  });

  test('takes no second start while it lives, and a new one when it is over', () => {
    const second = { ...START, id: 'b' };
    expect(last([START, second])?.id).toBe('a');
    expect(last([START, { type: 'end asked', id: 'a' }, second])?.id).toBe('a');
    expect(
      last([START, { type: 'end asked', id: 'a' }, { type: 'released', id: 'a' }, second])?.id,
    ).toBe('b');
  });

  test('pays no heed to what an earlier conversation still says', () => {
    const [state] = step(last([START]), {
      type: 'closed',
      id: 'earlier',
      code: 1006,
      reason: '',
      at: 9_000,
    });
    expect(state).toEqual(last([START]));
  });

  test('an agent that hangs up is no failure, unless an error frame came before', () => {
    const connected = [START, { type: 'connected', id: 'a', at: 1_200 } as const];
    const bye = { type: 'closed', id: 'a', code: 1000, reason: '', at: 9_000 } as const;
    const frame = { type: 'error frame', id: 'a', text: 'quota_exceeded' } as const;
    expect(last([...connected, bye])?.end).toEqual({ by: 'agent' });
    expect(last([...connected, frame, bye])?.end).toMatchObject({ failure: { code: 'quota' } });
    expect(last([START, bye])?.end).toMatchObject({ failure: { code: 'agent_error' } });
  });

  test('a line that is lost at once, before anybody spoke, is opened once more, and only once', () => {
    const lost = { type: 'closed', id: 'a', code: 1006, reason: '', at: 2_000 } as const;
    const connected = { type: 'connected', id: 'a', at: 1_200 } as const;
    const steps = run([START, connected, lost, connected, lost]);
    expect(steps.map(({ state }) => state?.phase)).toEqual([
      'connecting',
      'listening',
      'connecting',
      'listening',
      'ending',
    ]);
    expect(steps[2]?.effects).toEqual(['reopen', 'publish']);
    expect(steps.at(-1)?.state?.end).toMatchObject({ failure: { code: 'network' } });
  });

  test('a line is not opened again when somebody spoke, after three seconds, or after another close', () => {
    const lost = { type: 'closed', id: 'a', code: 1006, reason: '', at: 2_000 } as const;
    const connected = { type: 'connected', id: 'a', at: 1_200 } as const;
    const said = {
      type: 'said',
      id: 'a',
      turn: { kind: 'turn', role: 'agent', text: 'hi', at: 1_500 },
    } as const;
    expect(last([START, connected, said, lost])?.phase).toBe('ending');
    expect(last([START, connected, { ...lost, at: 4_300 }])?.phase).toBe('ending');
    expect(last([START, connected, { ...lost, code: 1011 }])?.phase).toBe('ending');
  });

  test('a limit that comes near is told, and taken back when somebody speaks', () => {
    const near = { type: 'limit near', id: 'a', limit: 'silence' } as const;
    expect(last([START, near])?.warning).toBe('silence');
    expect(last([START, near, { type: 'limit far', id: 'a' }])).toEqual(last([START]));
  });

  test('what is written changes its transcript, and what changes nothing is not told', () => {
    const said = { kind: 'turn', role: 'agent', text: 'one two', eventId: 4, at: 1_300 } as const;
    const corrected = { type: 'corrected', id: 'a', eventId: 4, text: 'one' } as const;
    const steps = run([START, { type: 'said', id: 'a', turn: said }, corrected, corrected]);
    expect(steps.at(-1)?.state?.entries).toEqual([{ ...said, text: 'one', intended: 'one two' }]);
    expect(steps.map(({ effects }) => effects.length)).toEqual([2, 1, 1, 0]);
  });

  test('is muted and unmuted, and takes feedback while the SDK does', () => {
    const muted = { type: 'muted', id: 'a', muted: true } as const;
    const taken = { type: 'feedback', id: 'a', taken: true } as const;
    expect(last([START, muted])?.muted).toBe(true);
    expect(last([START, muted, { ...muted, muted: false }])).toEqual(last([START]));
    expect(last([START, taken])?.takesFeedback).toBe(true);
    expect(last([START, taken, { ...taken, taken: false }])).toEqual(last([START]));
  });

  test('goes on by voice on another line, with what was written', () => {
    const written = { ...START, mode: 'text' } as const;
    const turn = { kind: 'turn', role: 'user', text: 'hi', at: 1_300 } as const;
    const steps = run([
      written,
      { type: 'connected', id: 'a', at: 1_200 },
      { type: 'said', id: 'a', turn },
      { type: 'feedback', id: 'a', taken: true },
      { type: 'limit near', id: 'a', limit: 'silence' },
      { type: 'voice asked', id: 'a', at: 2_000 },
    ]);
    const { type: _start, at: startedAt, ...start } = written;
    expect(steps.at(-1)?.effects).toEqual(['reopen', 'publish']);
    expect(steps.at(-1)?.state).toEqual({
      ...start,
      startedAt,
      mode: 'voice',
      phase: 'connecting',
      muted: false,
      entries: [turn, { kind: 'remark', remark: 'voice', at: 2_000 }],
    });
    const spoken = last([START]);
    expect(last([START, { type: 'voice asked', id: 'a', at: 2_000 }])).toEqual(spoken);
  });

  test('shows no answer as still coming when it is over', () => {
    const part = { type: 'part', id: 'a', eventId: 4, text: 'I was', at: 1_300 } as const;
    const after = last([START, part, { type: 'end asked', id: 'a' }]);
    expect(after?.entries).toEqual([
      { kind: 'turn', role: 'agent', text: 'I was', at: 1_300, eventId: 4 },
    ]);
  });

  test('is over when its host is gone, for the reason it was ending already or else for that', () => {
    const live = last([START]);
    const failing = last([START, { type: 'failed', id: 'a', failure: failure('network') }]);
    const closed = [live, failing].map(
      (state) => state && cutOff(summary(state, 3), { by: 'user' }, 9),
    );
    expect(closed.map((over) => [over?.phase, over?.revision, over?.lostAt, over?.end])).toEqual([
      ['ended', 4, 9, { by: 'user' }],
      ['ended', 4, 9, { by: 'failure', failure: { code: 'network' } }],
    ]);
  });

  test('its summary carries no word', () => {
    const after = last([
      START,
      { type: 'said', id: 'a', turn: { kind: 'turn', role: 'user', text: 'secret', at: 2 } },
    ]);
    expect(after && JSON.stringify(summary(after, 3))).not.toContain('secret');
  });
});

describe('any sequence of events', () => {
  const id = fc.constantFrom('a', 'b');
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({
      type: fc.constant('start'),
      id,
      agentId: fc.constant('echo'),
      tabId: fc.nat(),
      frameId: fc.constant(0),
      site: fc.constant(null),
      mode: fc.constantFrom('voice', 'text'),
      at: fc.nat(),
    }),
    fc.record({ type: fc.constant('connected'), id, at: fc.nat() }),
    fc.record({ type: fc.constant('mode'), id, mode: fc.constantFrom('listening', 'speaking') }),
    fc.record({
      type: fc.constant('closed'),
      id,
      code: fc.constantFrom(1000, 1006, 1008, 4000),
      reason: fc.string(),
      at: fc.nat(),
    }),
    fc.record({ type: fc.constant('voice asked'), id, at: fc.nat() }),
    fc.record({ type: fc.constant('error frame'), id, text: fc.string() }),
    fc.record({
      type: fc.constant('limit near'),
      id,
      limit: fc.constantFrom('silence', 'max_length'),
    }),
    fc.record({ type: fc.constant('limit far'), id }),
    fc.record({ type: fc.constant('end asked'), id }),
    fc.record({ type: fc.constant('failed'), id, failure: fc.constant(failure('network')) }),
    fc.record({ type: fc.constant('released'), id }),
  );

  test(
    'opens, releases and ends exactly once for each start, with a reason',
    { tags: 'property' },
    () => {
      fc.assert(
        fc.property(fc.array(event, { maxLength: 60 }), (events) => {
          const steps = run(events);
          const count = (effect: string) =>
            steps.filter(({ effects }) => effects.includes(effect)).length;
          const live = isLive(steps.at(-1)?.state ?? null) ? 1 : 0;
          const over = steps.filter(
            ({ state, before }) => state?.phase === 'ended' && isLive(before),
          ).length;
          expect(over + live).toBe(count('open'));
          // One that the network lost at once, one that goes on by voice.
          expect(count('reopen')).toBeLessThanOrEqual(2 * count('open'));
          expect(count('release')).toBeLessThanOrEqual(count('open'));
          expect(count('release')).toBeGreaterThanOrEqual(over);
          for (const { state } of steps) {
            const ends = state?.phase === 'ending' || state?.phase === 'ended';
            expect(state?.end !== undefined).toBe(ends);
          }
        }),
      );
    },
  );
});

function run(events: readonly Event[]) {
  let state: State = null;
  return events.map((event) => {
    const before: State = state;
    const [next, effects]: readonly [State, readonly string[]] = step(state, event);
    state = next;
    return { before, state: next, effects };
  });
}

function last(events: readonly Event[]): State {
  return run(events).at(-1)?.state ?? null;
}
