import { expect, test, vi } from 'vitest';
import { failure } from '../../../../core/failure.ts';
import { failed, good } from '../../../../core/result.ts';
import { createAttempts } from '../../../../entrypoints/shared/panel/trouble.ts';

test('what did not work is remembered until it does, and can be tried again', async () => {
  const { attempt, trouble } = createAttempts();
  const action = vi.fn(async () => good(null));
  action.mockResolvedValueOnce(failed(failure('busy')));
  expect(await attempt(action)).toBe(false);
  expect(trouble.value?.failure).toEqual({ code: 'busy' });
  await trouble.value?.again();
  expect(action).toHaveBeenCalledTimes(2);
  expect(trouble.value).toBeNull();
});

test('what breaks is said to be unexpected, and can be put aside', async () => {
  const { attempt, trouble, dismiss } = createAttempts();
  const again = vi.fn(async () => undefined);
  await attempt(() => Promise.reject(new Error('Receiving end does not exist.')), again);
  expect(trouble.value?.failure).toEqual({ code: 'unexpected' });
  await trouble.value?.again();
  expect(again).toHaveBeenCalled();
  dismiss();
  expect(trouble.value).toBeNull();
});
