import { expect, test } from 'vitest';
import { recentStarts, waitBeforeStart } from '../../core/start-limit.ts';

const NOW = 10_000_000;
const MINUTE = 60_000;

test('the first start waits for nothing, the next for ten seconds', () => {
  expect(waitBeforeStart([], NOW)).toBe(0);
  expect(waitBeforeStart([NOW - 4_000], NOW)).toBe(6_000);
  expect(waitBeforeStart([NOW - 10_000], NOW)).toBe(0);
});

test('the twenty-first start waits until the first of twenty is an hour ago', () => {
  const starts = Array.from({ length: 20 }, (_, i) => NOW - (i + 1) * MINUTE);
  expect(waitBeforeStart(starts, NOW)).toBe(40 * MINUTE);
  expect(waitBeforeStart(starts.slice(1), NOW)).toBe(0);
});

test('a clock that was set back locks nobody out, and what is an hour old is forgotten', () => {
  expect(waitBeforeStart([NOW + 50 * MINUTE], NOW)).toBe(0);
  expect(recentStarts([NOW - 60 * MINUTE, NOW - 59 * MINUTE, NOW + 1], NOW)).toEqual([
    NOW - 59 * MINUTE,
  ]);
});
