import { expect, test } from 'vitest';
import { barsOf, eased, isStill, loudness } from '../../../../entrypoints/shared/panel/levels.ts';

test('bars go where they should, a part of the way at a time, and come to rest there', () => {
  const target = [255, 0, 100];
  let shown: readonly number[] = [];
  const heights: number[] = [];
  while (!isStill(shown, target)) {
    shown = eased(shown, target);
    heights.push(shown[0] ?? 0);
  }
  expect(shown).toEqual(target);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(heights.length).toBeGreaterThan(5);
  expect(heights.length).toBeLessThan(30);
});

test('as many bars as fit show the greatest of what they stand for', () => {
  expect(barsOf([1, 9, 2, 3], 2)).toEqual([9, 3]);
  expect(barsOf([1, 9], 4)).toEqual([1, 1, 9, 9]);
  expect(barsOf([], 3)).toEqual([0, 0, 0]);
  expect(barsOf([1], 0)).toEqual([]);
});

test('loudness goes from silence to as loud as can be', () => {
  expect([[], [0, 0], [255, 255], [255, 0]].map(loudness)).toEqual([0, 0, 1, 0.5]);
});
