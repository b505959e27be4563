import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrame } from '../../core/frame.ts';

test('reads an error by the schema, and the flat one seen when a quota ran out', () => {
  const nested = {
    type: 'error',
    error_event: { code: 1008, error_type: 'quota_exceeded', message: 'No minutes left' },
  };
  expect(readFrame(nested).error).toBe('quota_exceeded: No minutes left');
  const vague = {
    type: 'error',
    error_event: { error_type: 'unknown', message: 'No', reason: 'x' },
  };
  expect(readFrame(vague).error).toBe('x: No');
  expect(readFrame({ type: 'error', message: 'quota' }).error).toBe('quota');
  expect(readFrame({ type: 'error' }).error).toBe('unknown error');
});

test('finds the event id of whatever is in it', () => {
  const audio = { type: 'audio', audio_event: { audio_base_64: '', event_id: 7 } };
  expect(readFrame(audio)).toEqual({ type: 'audio', eventId: 7 });
  expect(readFrame({ type: 'ping', ping_event: { event_id: 'seven' } })).toEqual({ type: 'ping' });
});

test('anything else is no error, and nothing makes it throw', { tags: 'property' }, () => {
  expect(readFrame({ type: 'ping', message: 'error' })).toEqual({ type: 'ping' });
  fc.assert(fc.property(fc.anything(), (frame) => typeof readFrame(frame).type === 'string'));
});
