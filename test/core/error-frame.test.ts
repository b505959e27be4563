import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorFrameText } from '../../core/error-frame.ts';

test('reads an error by the schema, and the flat one seen when a quota ran out', () => {
  const nested = {
    type: 'error',
    error_event: { code: 1008, error_type: 'quota_exceeded', message: 'No minutes left' },
  };
  expect(errorFrameText(nested)).toBe('quota_exceeded: No minutes left');
  expect(errorFrameText({ type: 'error', message: 'quota' })).toBe('quota');
  expect(errorFrameText({ type: 'error' })).toBe('unknown error');
});

test('anything else is no error, and nothing makes it throw', () => {
  expect(errorFrameText({ type: 'ping', message: 'error' })).toBe(null);
  fc.assert(fc.property(fc.anything(), (frame) => typeof errorFrameText(frame) !== 'undefined'));
});
