import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Approach, type Attempt, attemptFor, recentAttempts } from '../../core/prefetch.ts';

const NOW = 10_000_000;
const SHOP = 'https://shop.example';

const APPROACH: Approach = {
  site: SHOP,
  tabId: 1,
  agentId: 'a',
  at: NOW,
  isWanted: true,
  isOn: true,
  isClear: true,
};

function before(ms: number, more: Partial<Attempt> = {}): Attempt {
  return { site: SHOP, tabId: 1, agentId: 'a', at: NOW - ms, ...more };
}

test('an address is asked for ahead where a click would start at once', () => {
  const attempt = { site: SHOP, tabId: 1, agentId: 'a', at: NOW };
  expect(attemptFor(APPROACH, [])).toEqual(attempt);
});

test.each([
  ['the person does not want it', { isWanted: false }],
  ['voice is off', { isOn: false }],
  ['a click would be asked about, or refused', { isClear: false }],
  ['no extension may run', { site: null }],
])('and not where %s', (_case, more) => {
  expect(attemptFor({ ...APPROACH, ...more }, [])).toBeNull();
});

test('once in ten seconds for a card, which another tab has of its own', () => {
  expect(attemptFor(APPROACH, [before(9_999)])).toBeNull();
  expect(attemptFor(APPROACH, [before(10_000)])).not.toBeNull();
  expect(
    attemptFor(APPROACH, [before(1, { tabId: 2 }), before(1, { agentId: 'b' })]),
  ).not.toBeNull();
});

test('six times in a minute for a site, which another site has of its own', () => {
  const six = Array.from({ length: 6 }, (_, i) => before(20_000 + i, { agentId: `b${i}` }));
  expect(attemptFor(APPROACH, six)).toBeNull();
  expect(attemptFor(APPROACH, six.slice(1))).not.toBeNull();
  expect(attemptFor({ ...APPROACH, site: 'https://other.example' }, six)).not.toBeNull();
  expect(attemptFor({ ...APPROACH, at: NOW + 40_000 }, six)).not.toBeNull();
});

test('a clock that was set back keeps nothing from being asked', () => {
  expect(attemptFor(APPROACH, [before(-5_000)])).not.toBeNull();
  expect(recentAttempts([before(-1), before(0), before(59_999), before(60_000)], NOW)).toEqual([
    before(0),
    before(59_999),
  ]);
});

test(
  'whatever people and pages do, no card and no site is asked for more often',
  { tags: 'property' },
  () => {
    const moves = fc.array(
      fc.record({
        site: fc.constantFrom(SHOP, 'https://other.example'),
        tabId: fc.integer({ min: 1, max: 3 }),
        agentId: fc.constantFrom('a', 'b', 'c'),
        after: fc.integer({ min: 0, max: 15_000 }),
      }),
      { maxLength: 100 },
    );
    fc.assert(
      fc.property(moves, (all) => {
        const made: Attempt[] = [];
        let at = NOW;
        for (const { after, ...where } of all) {
          at += after;
          const attempt = attemptFor({ ...APPROACH, ...where, at }, recentAttempts(made, at));
          if (attempt) made.push(attempt);
        }
        for (const one of made) {
          const since = (ms: number) => made.filter((it) => it.at <= one.at && one.at - it.at < ms);
          const ofSite = since(60_000).filter(({ site }) => site === one.site);
          const ofCard = since(10_000).filter(
            ({ tabId, agentId }) => tabId === one.tabId && agentId === one.agentId,
          );
          expect(ofSite.length).toBeLessThanOrEqual(6);
          expect(ofCard.length).toBe(1);
        }
      }),
    );
  },
);
