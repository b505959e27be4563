import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHUNK,
  chunksOf,
  firstMounted,
  isSameChunk,
} from '../../../../entrypoints/shared/panel/chunks.ts';

test('a short transcript is mounted whole, of a long one its end', () => {
  expect([0, 1, CHUNK, CHUNK + 1].map(chunksOf)).toEqual([0, 1, 1, 2]);
  expect([0, 50, 2_000].map(firstMounted)).toEqual([0, 0, chunksOf(2_000) - 8]);
});

test('two transcripts differ in the chunks that hold what differs, and in no other', () => {
  const list = fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 * CHUNK });
  fc.assert(
    fc.property(list, list, (before, now) => {
      const count = Math.max(chunksOf(before.length), chunksOf(now.length));
      for (let chunk = 0; chunk < count; chunk++) {
        const part = (of: readonly string[]) => of.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
        const isSame = part(before).join() === part(now).join();
        expect(isSameChunk(before, now, chunk)).toBe(isSame);
      }
    }),
  );
});
