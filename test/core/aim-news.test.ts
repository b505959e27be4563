import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '../../core/aim.ts';
import { readAimNews } from '../../core/aim-news.ts';
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

test('nothing that a page could say makes it throw', { tags: 'property' }, () => {
  fc.assert(fc.property(fc.anything(), (said) => void readAimNews(said)));
});
