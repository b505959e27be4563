import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type News, newsReader } from '../../../scripts/test/news.js';

const MARK = '\u001e';
const NEWS: News[] = [{ more: 3 }, { test: 'a > "b"\u2028', ms: 5, hasFailed: true }];
const PRINTED = `··${NEWS.map((news) => `${MARK}${JSON.stringify(news)}\n`).join('·\n')}done\n`;

/** What is read where a runner prints these pieces. */
function read(pieces: readonly string[]) {
  const news: News[] = [];
  let text = '';
  const hear = newsReader(
    (one) => void news.push(one),
    (more) => void (text += more),
  );
  for (const piece of pieces) hear(piece);
  return { news, text };
}

test('news are parted from the rest, however it is cut', { tags: 'property' }, () => {
  const anyCuts = fc.array(fc.nat({ max: PRINTED.length }), { maxLength: 8 });
  fc.assert(
    fc.property(anyCuts, (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), PRINTED.length];
      const pieces = places.slice(1).map((end, i) => PRINTED.slice(places[i], end));
      expect(read(pieces)).toEqual({ news: NEWS, text: '···\ndone\n' });
    }),
  );
});

test('a line that only looks like news is text', () => {
  expect(read([`${MARK}what a test printed\n`, 'end'])).toEqual({
    news: [],
    text: 'what a test printed\nend',
  });
});
