import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../../../../core/conversation.ts';
import { keeper } from '../../../../entrypoints/shared/conversation/keeper.ts';
import { over, talk, turn } from '../../../support/conversation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = (count: number) => Array.from({ length: count }, (_, i) => turn('agent', `${i}`));
const keep = () => vi.fn(async (_conversation: Conversation) => undefined);

test('a conversation is kept every two seconds while it goes on, as it stands then', () => {
  const kept = keep();
  const see = keeper(kept);
  for (let i = 1; i <= 9; i++) see(talk({ entries: words(i) }));
  expect(kept).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(kept.mock.calls.map(([{ entries }]) => entries.length)).toEqual([9]);
  vi.advanceTimersByTime(60_000);
  expect(kept).toHaveBeenCalledTimes(1);
});

test('its end is kept at once, and nothing after it', () => {
  const kept = keep();
  const see = keeper(kept);
  see(talk({ entries: words(1) }));
  see(over({ entries: words(2) }));
  expect(kept.mock.calls.map(([{ phase }]) => phase)).toEqual(['ended']);
  vi.advanceTimersByTime(60_000);
  expect(kept).toHaveBeenCalledTimes(1);
});

test('one without a word is not kept, and one that cannot be kept stops nothing', async () => {
  const kept = keep().mockRejectedValue(new Error('Receiving end does not exist.'));
  const see = keeper(kept);
  see(over());
  expect(kept).not.toHaveBeenCalled();
  see(talk({ entries: words(1) }));
  await vi.advanceTimersByTimeAsync(2_000);
  see(talk({ entries: words(2) }));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept).toHaveBeenCalledTimes(2);
});
