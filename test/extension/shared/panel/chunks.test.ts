import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHUNK,
  chunksOf,
  firstMounted,
  groupsOf,
  isSameWithin,
} from '../../../../entrypoints/shared/panel/chunks.ts';

test('a short transcript is mounted whole, of a long one its end', () => {
  expect([0, 1, CHUNK, CHUNK + 1].map(chunksOf)).toEqual([0, 1, 1, 2]);
  expect([0, 40, 2_000].map(firstMounted)).toEqual([0, 0, chunksOf(2_000) - 12]);
});

test(
  'groups hold every chunk that is mounted once, in order, and the last may be judged',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, other) => {
        const [first, count] = [Math.min(one, other), Math.max(one, other)];
        const groups = groupsOf(first, count);
        const span = (from: number, to: number) =>
          Array.from({ length: to - from }, (_, i) => from + i);
        expect(groups.flatMap(({ from, to }) => span(from, to))).toEqual(span(first, count));
        const judged = groups.flatMap(({ recent, to }) => span(recent, to));
        expect(judged).toEqual(span(Math.max(first, count - 18), count));
        expect(new Set(groups.map(({ index }) => index)).size).toBe(groups.length);
      }),
    );
  },
);

test(
  'two transcripts that both reach so far differ within chunks that hold what differs, and in no other',
  { tags: 'property' },
  () => {
    const list = fc.array(fc.constantFrom('a', 'b'), {
      minLength: 2 * CHUNK,
      maxLength: 3 * CHUNK,
    });
    const chunk = fc.nat(2);
    fc.assert(
      fc.property(list, list, chunk, chunk, (before, now, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const part = (of: readonly string[]) => of.slice(from * CHUNK, to * CHUNK);
        const isSame = part(before).join() === part(now).join();
        expect(isSameWithin(before, now, from, to)).toBe(isSame);
      }),
    );
  },
);

test('a transcript that has grown within chunks is another there', () => {
  const before = ['a', 'b'];
  expect(isSameWithin(before, [...before, 'c'], 0, 1)).toBe(false);
  expect(isSameWithin(before, [...before], 0, 1)).toBe(true);
});
