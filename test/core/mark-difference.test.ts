import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../core/mark.ts';
import { applied, difference } from '../../core/mark-difference.ts';
import { anyMark } from '../support/any-mark.ts';

const [a, b, c] = fc
  .sample(anyMark, { numRuns: 3, seed: 1 })
  .map((mark, i): Mark => ({ ...mark, id: `mark-${i}`, label: `Mark ${i}`, isOn: true }));

test('tells what a pack adds, changes, removes and leaves', () => {
  if (!a || !b || !c) throw new Error('fast-check made too few marks');
  const there = [a, { ...b, pack: 'pack' }, { ...c, pack: 'other' }];
  const pack = {
    id: 'pack',
    name: '',
    marks: [{ ...a, label: 'Another', isOn: false }, { ...c }, { ...b, id: 'new' }],
  };
  const { added, changed, removed, same } = difference(pack, there);
  expect(added.map(({ id }) => id)).toEqual(['new']);
  expect(changed.map(({ after, parts }) => [after.id, parts])).toEqual([
    [a.id, ['label', 'switch']],
  ]);
  expect(removed.map(({ id }) => id)).toEqual([b.id]);
  expect(same.map(({ id }) => id)).toEqual([c.id]);
  expect(
    applied({ added, changed, removed, same }, there).map(({ id, label }) => [id, label]),
  ).toEqual([
    [a.id, 'Another'],
    [c.id, c.label],
    ['new', b.label],
  ]);
});

describe('any pack', () => {
  const anyMarks = fc.uniqueArray(anyMark, { maxLength: 6, selector: ({ id }) => id });

  test('changes nothing where it has been applied', { tags: 'property' }, () => {
    fc.assert(
      fc.property(anyMarks, anyMarks, (marks, there) => {
        const pack = {
          id: 'pack',
          name: '',
          marks: marks.map((mark) => ({ ...mark, pack: 'pack' })),
        };
        const once = applied(difference(pack, there), there);
        const again = difference(pack, once);
        expect([again.added, again.changed, again.removed]).toEqual([[], [], []]);
        expect(applied(again, once)).toEqual(once);
      }),
    );
  });

  test('written in another order is the same', { tags: 'property' }, () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const turned: Mark[] = JSON.parse(JSON.stringify(marks), (_, value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).toReversed())
            : value,
        );
        const { same } = difference({ id: 'pack', name: '', marks: turned }, marks);
        expect(same).toHaveLength(marks.length);
      }),
    );
  });
});
