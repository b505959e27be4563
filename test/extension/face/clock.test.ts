import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock } from '../../../entrypoints/face/clock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('counts minutes and seconds since a moment, until it is stopped', () => {
  const face = { hidden: true, textContent: '' };
  const clock = clockOn(face);
  clock.run(Date.now() - 59_500);
  expect(face).toEqual({ hidden: false, textContent: '0:59' });
  vi.advanceTimersByTime(1_000);
  expect(face.textContent).toBe('1:00');
  vi.advanceTimersByTime(60 * 60_000);
  expect(face.textContent).toBe('61:00');
  clock.run(undefined);
  expect(face.hidden).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('begins at nothing, also where the clocks of two processes disagree', () => {
  const face = { hidden: true, textContent: '' };
  clockOn(face).run(Date.now() + 300);
  expect(face.textContent).toBe('0:00');
});

test('stops with everything else', () => {
  const stop = new AbortController();
  clockOn({ hidden: true, textContent: '' }, stop.signal).run(Date.now());
  expect(vi.getTimerCount()).toBe(1);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});

function clockOn(
  face: Pick<HTMLElement, 'hidden' | 'textContent'>,
  signal = new AbortController().signal,
): Clock {
  return new Clock(face, signal);
}
