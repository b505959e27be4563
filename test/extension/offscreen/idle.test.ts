import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { summary } from '../../../core/conversation.ts';
import { closeWhenIdle } from '../../../entrypoints/offscreen/idle.ts';
import { over, talk } from '../../support/conversation.ts';

const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a document that is never used closes after a minute', () => {
  const close = vi.fn<() => void>();
  closeWhenIdle(close);
  vi.advanceTimersByTime(MINUTE_MS - 1);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(close).toHaveBeenCalledTimes(1);
});

test('it stays for as long as a conversation lasts, and a minute more', () => {
  const close = vi.fn<() => void>();
  const see = closeWhenIdle(close);
  vi.advanceTimersByTime(MINUTE_MS / 2);
  see(summary(talk(), 1));
  vi.advanceTimersByTime(60 * MINUTE_MS);
  expect(close).not.toHaveBeenCalled();
  see(summary(over(), 2));
  vi.advanceTimersByTime(MINUTE_MS - 1);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(close).toHaveBeenCalledTimes(1);
});
