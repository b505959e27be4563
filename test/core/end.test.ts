import { expect, test } from 'vitest';
import { endOfClose } from '../../core/end.ts';

test.each([
  [3000, 'authorization'],
  [1008, 'authorization'],
  [1002, 'protocol'],
  [1006, 'network'],
  [1011, 'agent_error'],
  [1001, 'agent_error'],
] as const)('close %i means %s', (code, failureCode) => {
  expect(endOfClose({ code, reason: '', connected: true })).toEqual({
    by: 'failure',
    failure: { code: failureCode },
  });
});

test('a close for want of quota says so, by whatever code it comes', () => {
  for (const code of [1000, 1002, 1008]) {
    expect(
      endOfClose({ code, reason: 'This request exceeds your quota', connected: true }),
    ).toMatchObject({
      failure: { code: 'quota' },
    });
  }
});

test('the reason goes with a protocol error, cut to what can be shown', () => {
  const end = endOfClose({ code: 1002, reason: 'x'.repeat(500), connected: true });
  expect(end).toEqual({ by: 'failure', failure: { code: 'protocol', detail: 'x'.repeat(200) } });
});

test('what the error frame and the close say alike is said once', () => {
  const close = {
    code: 1002,
    connected: true,
    errorFrame: 'quota_exceeded: Your quota is used up.',
  };
  expect(endOfClose({ ...close, reason: 'Your quota is used up.' })).toMatchObject({
    failure: { detail: close.errorFrame },
  });
  expect(endOfClose({ ...close, reason: 'Goodbye.' })).toMatchObject({
    failure: { detail: `${close.errorFrame}: Goodbye.` },
  });
});
