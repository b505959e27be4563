import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDue, readSiteCards } from '../../core/site-cards.ts';

const CARD = { selector: '#help', agentId: 'echo', label: 'Help', position: 'top-end' };

function file(...cards: unknown[]): string {
  return JSON.stringify({ version: 1, cards });
}

describe("a site's description of its cards", () => {
  test('is read, whatever else is in it', () => {
    expect(readSiteCards(file(CARD))).toEqual([CARD]);
    expect(readSiteCards(file({ selector: 'a', agentId: 'b', more: 1 }))).toEqual([
      { selector: 'a', agentId: 'b' },
    ]);
  });

  test.each([
    ['no JSON', 'cards'],
    ['another version', JSON.stringify({ version: 2, cards: [] })],
    ['a selector that is a rule', file({ ...CARD, selector: 'a{}' })],
    ['an empty selector', file({ ...CARD, selector: ' ' })],
    ['an agent id that is none', file({ ...CARD, agentId: 'a b' })],
    ['a position that is none', file({ ...CARD, position: 'middle' })],
    ['one bad card among good ones', file(CARD, {})],
    ['too many', file(...Array.from({ length: 101 }, () => CARD))],
  ])('with %s counts for nothing', (_, text) => {
    expect(readSiteCards(text)).toBeNull();
  });

  test('of any kind is read without a throw', { tags: 'property' }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => readSiteCards(text) !== undefined),
    );
  });
});

test('a site without one is asked once a day, one with it once an hour', () => {
  const day = 24 * 3_600_000;
  const none = { at: 0, etag: null, cards: null };
  expect(isDue(null, 0)).toBe(true);
  expect([isDue(none, day - 1), isDue(none, day)]).toEqual([false, true]);
  const some = { ...none, cards: [] };
  expect([isDue(some, 3_599_999), isDue(some, 3_600_000)]).toEqual([false, true]);
  // A clock that was set back must not keep it for ever.
  expect(isDue({ ...some, at: day }, 0)).toBe(true);
});
