import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Happening, type State, step } from '../../../../core/conversation.ts';
import type { Entry } from '../../../../core/transcript.ts';
import { callbacks } from '../../../../entrypoints/shared/conversation/callbacks.ts';
import { Hush } from '../../../../entrypoints/shared/conversation/hush.ts';
import { talk } from '../../../support/conversation.ts';
import { anyValue } from '../../../support/fuzz/any-value.ts';

/** Callbacks that get what the agent sent as it came. */
const FROM_THE_LINE = [
  'onAgentChatResponsePart',
  'onAgentResponseCorrection',
  'onAgentToolRequest',
  'onAgentToolResponse',
  'onPing',
  'onIncomingEvent',
] as const;

/** What the SDK hands over, nearly as its types say. */
const anyFields = fc.record(
  {
    role: fc.constantFrom('agent', 'user'),
    message: fc.oneof(fc.string(), anyValue),
    event_id: fc.oneof(fc.nat(3), anyValue),
    text: fc.oneof(fc.string(), anyValue),
    corrected_agent_response: fc.oneof(fc.string(), anyValue),
    tool_name: fc.oneof(fc.string(), anyValue),
    tool_call_id: fc.oneof(fc.constantFrom('a', 'b'), anyValue),
    is_error: anyValue,
    ping_ms: anyValue,
    type: fc.oneof(fc.constantFrom('error', 'audio', 'agent_response'), anyValue),
    error_event: anyValue,
  },
  { requiredKeys: ['role'] },
);

/** A line that hands on whatever comes, and what it makes of a conversation. */
function line() {
  let state: State = talk();
  const roundTrips: unknown[] = [];
  const tell = (happening: Happening) => {
    [state] = step(state, { id: 'a', ...happening });
  };
  const measured = (ms: number) => void roundTrips.push(ms);
  const heard = callbacks({ tell, measured, heard: () => {}, now: () => 1 }, new Hush());
  return { heard, roundTrips, entries: () => state?.entries ?? [] };
}

test('what is said, corrected and done is written down', () => {
  const { heard, entries } = line();
  heard.onAgentChatResponsePart?.({ text: 'Hel', type: 'delta', event_id: 1 });
  heard.onMessage?.({ source: 'ai', role: 'agent', message: 'Hello', event_id: 1 });
  heard.onAgentResponseCorrection?.({
    original_agent_response: 'Hello',
    corrected_agent_response: 'He',
    event_id: 1,
  });
  heard.onMessage?.({ source: 'user', role: 'user', message: 'Hi' });
  expect(entries()).toEqual([
    { kind: 'turn', role: 'agent', text: 'He', intended: 'Hello', at: 1, eventId: 1 },
    { kind: 'turn', role: 'user', text: 'Hi', at: 1 },
  ]);
});

test('whatever an agent sends, what is written down can be shown', { tags: 'property' }, () => {
  const anyNews = fc.oneof(
    fc.tuple(fc.constant('onMessage' as const), anyFields),
    fc.tuple(fc.constantFrom(...FROM_THE_LINE), fc.oneof(anyFields, anyValue)),
  );
  fc.assert(
    fc.property(fc.array(anyNews, { maxLength: 8 }), (news) => {
      const { heard, roundTrips, entries } = line();
      for (const [name, payload] of news) handOn(heard[name] ?? fail, payload);
      expect(entries().filter((entry) => !isWhole(entry))).toEqual([]);
      expect(roundTrips.every(Number.isFinite)).toBe(true);
    }),
  );
});

/** As the SDK does, which checks nothing of it; a frame at which something is thrown goes no further. */
function handOn(callback: CallableFunction, payload: unknown): void {
  try {
    Reflect.apply(callback, undefined, [payload]);
  } catch (error) {
    if (error instanceof TypeError) throw error;
  }
}

function isWhole(entry: Entry): boolean {
  if (entry.kind === 'remark') return true;
  if (entry.kind === 'tool') return [entry.name, entry.callId].every(isText);
  const { text, intended = '', eventId = 0, role } = entry;
  return (
    [text, intended].every(isText) && Number.isInteger(eventId) && ['user', 'agent'].includes(role)
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function fail(): void {
  throw new Error('there is no such callback');
}
