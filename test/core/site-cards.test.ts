import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAgentId } from '../../core/agent-id.ts';
import { CORNERS, MARK_LIMITS } from '../../core/mark.ts';
import { isSelectorText } from '../../core/selector-text.ts';
import { isDue, readSiteCards } from '../../core/site-cards.ts';
import { anySelector } from '../support/any-mark.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { anyJson, anyValue } from '../support/fuzz/any-value.ts';

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

  test('of any kind counts whole or for nothing, and soon', { tags: 'property' }, () => {
    const anyCard = fc.record(
      {
        selector: fc.oneof(fc.constantFrom('#help', '.card > a'), anySelector, anyValue),
        agentId: fc.oneof(fc.constant('echo'), anyValue),
        label: fc.oneof(fc.string(), anyValue),
        position: fc.oneof(fc.constantFrom(...CORNERS), anyValue),
        more: anyValue,
      },
      { requiredKeys: ['selector', 'agentId'] },
    );
    const anyFile = fc.record({
      version: fc.oneof({ arbitrary: fc.constant(1), weight: 5 }, anyValue),
      cards: fc.oneof({ arbitrary: fc.array(anyCard, { maxLength: 3 }), weight: 5 }, anyValue),
    });
    fc.assert(
      fc.property(anyJson(anyFile), (text) => {
        expect(cpuMsOf(() => readSiteCards(text))).toBeLessThan(CPU_MS);
        for (const { selector, agentId, label = '', position, ...more } of readSiteCards(text) ??
          []) {
          expect(isSelectorText(selector) && isAgentId(agentId)).toBe(true);
          expect(label.length).toBeLessThanOrEqual(MARK_LIMITS.label);
          expect([undefined, ...CORNERS]).toContain(position);
          expect(more).toEqual({});
        }
      }),
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
