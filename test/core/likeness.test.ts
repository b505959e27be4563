import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, overlap, plain } from '../../core/likeness.ts';

test.each([
  ['studio', 'studio', 1, 1],
  ['studio', 'team', 0, 0.1],
  ['how do i end my contract?', 'how can i end my contract with you?', 0.65, 0.9],
  ['in den warenkorb', 'add to basket', 0, 0.2],
  ['東京の天気', '東京の天気予報', 0.7, 0.9],
  ['', '', 1, 1],
  ['', 'x', 0, 0],
])('%s and %s', (a, b, least, most) => {
  expect(likeness(a, b)).toBeGreaterThanOrEqual(least);
  expect(likeness(a, b)).toBeLessThanOrEqual(most);
});

test(
  'is the same from both sides, from 0 to 1, and 1 only for the same letters',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect(likeness(a, a)).toBe(1);
      }),
    );
  },
);

test('lists share each entry as often as both have it', () => {
  expect(overlap(['p', 'p', 'a'], ['p', 'a', 'b'])).toBeCloseTo(4 / 6);
  expect(overlap([], [])).toBe(0);
});

test('texts are compared in lower case, with single spaces, and cut', () => {
  expect(plain('  Add\n\tto   Basket ', 100)).toBe('add to basket');
  expect(plain('one two three', 8)).toBe('one two');
});
