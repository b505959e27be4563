import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../../core/aim.ts';
import { readAimNews } from '../../core/aim-news.ts';
import { isSelectorText } from '../../core/selector-text.ts';
import { anchorWith, anySelector } from '../support/any-mark.ts';
import { anyText, anyValue } from '../support/fuzz/any-value.ts';
import { anAnchor } from '../support/marks.ts';

const ANCHOR = anAnchor();

const BOX = { x: -1.5, y: 0, width: 10, height: 20 };
const CANDIDATE: Candidate = {
  tag: 'h1',
  role: 'heading',
  name: 'Plans',
  box: BOX,
  isRightToLeft: false,
  rung: 0,
  rungs: 3,
};

test.each([
  [{ is: 'candidate', candidate: CANDIDATE }],
  [{ is: 'moved', box: BOX }],
  [{ is: 'taken', anchor: ANCHOR }],
  [{ is: 'taken', anchor: null }],
])('what makes sense is heard: %j', (said) => {
  expect(readAimNews(said)).toEqual(said);
});

test.each([
  [{ is: 'candidate', candidate: { ...CANDIDATE, name: 'x'.repeat(101) } }],
  [{ is: 'candidate', candidate: { ...CANDIDATE, rung: -1 } }],
  [{ is: 'moved', box: { ...BOX, x: Number.NaN } }],
  [{ is: 'moved', box: { ...BOX, x: Number.POSITIVE_INFINITY } }],
  [{ is: 'taken', anchor: { ...ANCHOR, selectors: ['a{}'] } }],
  [{ is: 'taken', anchor: {} }],
  [{ is: 'saved' }],
])('what does not is not heard: %j', (said) => {
  expect(readAimNews(said)).toBeNull();
});

test('whatever a page says is news as it should be, or none', { tags: 'property' }, () => {
  const anyBox = fc.record({ x: anyValue, y: fc.double(), width: fc.double(), height: fc.nat() });
  const anyAnchor = fc.tuple(anchorWith(anySelector), fc.object({ maxDepth: 1 }));
  const anyNews = fc.record({
    is: fc.constantFrom('candidate', 'moved', 'taken', '__proto__'),
    candidate: fc.record({
      tag: anyText,
      role: anyText,
      name: anyText,
      box: fc.oneof(fc.constant(BOX), anyBox),
      isRightToLeft: fc.oneof(fc.boolean(), anyValue),
      rung: fc.oneof(fc.nat(), anyValue),
      rungs: fc.oneof(fc.nat(), anyValue),
    }),
    box: fc.oneof(fc.constant(BOX), anyBox),
    anchor: fc.oneof(
      anyAnchor.map(([anchor, more]) => ({ ...anchor, ...more })),
      fc.constant(null),
      anyValue,
    ),
  });
  fc.assert(
    fc.property(fc.oneof(anyNews, anyValue), (said) => {
      const news = readAimNews(said);
      if (news === null) return;
      // What is not known is gone, and what is left can be said again.
      expect(readAimNews(news)).toEqual(news);
      expect(Object.keys(news)).toHaveLength(2);
      if (news.is === 'moved') expect(Object.values(news.box).every(Number.isFinite)).toBe(true);
      if (news.is === 'taken')
        expect(news.anchor?.selectors.every(isSelectorText) ?? true).toBe(true);
    }),
  );
});
