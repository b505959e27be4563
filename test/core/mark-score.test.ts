import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Anchor, ElementFacts, Fingerprint, Surroundings } from '../../core/mark.ts';
import { isStill, judge } from '../../core/mark-score.ts';
import { anchorWith } from '../support/any-mark.ts';

/** A card of a price list, as it was marked. */
const FINGERPRINT: Fingerprint = {
  tag: 'article',
  role: 'article',
  name: '',
  title: 'studio',
  text: 'studio €29 a month 5 users choose plan',
  tokens: ['data-plan=studio'],
  inner: ['href=/signup/studio'],
  classes: ['plan'],
  shape: ['h3', 'p', 'a'],
  depth: 0,
};
const SURROUNDINGS: Surroundings = {
  language: 'en',
  heading: 'choose a plan',
  landmark: 'main',
  item: { title: 'studio', text: FINGERPRINT.text, tokens: ['data-plan=studio'] },
  path: [],
  before: 'sole',
  after: 'company',
  index: 1,
  count: 3,
  ancestors: ['section#plans', 'main'],
};
const ANCHOR: Anchor = {
  roots: [],
  selectors: ['article:nth-child(2)', '[data-plan="studio"]'],
  fingerprint: FINGERPRINT,
  surroundings: SURROUNDINGS,
  others: ['sole', 'company'],
  common: [],
  alike: { name: 0, title: 0.2, text: 0.5, itemTitle: 0.2, itemText: 0.5 },
};

const ITSELF = candidate({}, {}, [0, 1]);
const OTHER = candidate(
  {
    title: 'company',
    text: 'company €79 a month 25 users choose plan',
    tokens: ['data-plan=company'],
    inner: ['href=/signup/company'],
  },
  { before: 'studio', after: '', index: 2 },
);

test('the element as it was is found among its like', () => {
  expect(judge(ANCHOR, [OTHER, ITSELF])).toEqual({ found: 1 });
  expect(judge(ANCHOR, [])).toEqual({ moved: [] });
});

describe('is found', () => {
  test.each([
    [
      'elsewhere',
      {},
      { before: 'company', after: '', index: 2, landmark: '', heading: 'offers', ancestors: [] },
    ],
    ['as another tag', { tag: 'div', role: '' }, {}],
    ['with another price', { text: 'studio €35 a month 5 users choose plan' }, {}],
    ['in another language', { text: 'studio 29 € im monat 5 personen wählen' }, { language: 'de' }],
    ['with other classes', { classes: [] }, {}],
  ])('%s', (_, fingerprint, surroundings) => {
    expect(judge(ANCHOR, [OTHER, candidate(fingerprint, surroundings)])).toEqual({ found: 1 });
  });
});

describe('is not found', () => {
  test('where only another one is left, in its very place', () => {
    const inPlace = candidate(OTHER.fingerprint, {}, [0]);
    expect(judge(ANCHOR, [inPlace])).toEqual({ moved: expect.any(Array) });
  });

  test('where a new one took its place', () => {
    const growth = { title: 'growth', text: 'growth €49 a month 15 users choose plan' };
    const anew = candidate(
      { ...growth, tokens: ['data-plan=growth'], inner: ['href=/signup/growth'] },
      {},
      [0],
    );
    expect(judge(ANCHOR, [anew, OTHER])).toEqual({ moved: expect.any(Array) });
  });

  test('where two are as likely, which are both offered, the likelier first', () => {
    const again = { ...candidate({}, { after: 'group' }), place: 1 };
    expect(judge(ANCHOR, [OTHER, again, candidate({}, {})])).toEqual({ moved: [2, 1] });
  });

  test('by its place alone', () => {
    const unlike = candidate(
      { title: 'help', text: 'how may we help you', tokens: [], inner: [] },
      {},
      [0, 1],
    );
    expect(judge(ANCHOR, [unlike])).toEqual({ moved: expect.any(Array) });
  });
});

test('a wrapper around it is not taken for it', () => {
  const wrapper = candidate({ tag: 'div', role: '', tokens: [], classes: [], depth: 1 }, {}, [0]);
  expect(judge(ANCHOR, [wrapper, candidate({}, {}, [1])])).toEqual({ found: 1 });
});

test('an order number that is another one is another order', () => {
  const order = (text: string) => {
    const words = { title: 'tomás vidal', text, tokens: [] };
    const surroundings = { ...SURROUNDINGS, item: words };
    return { fingerprint: { ...FINGERPRINT, ...words, inner: [] }, surroundings };
  };
  const anchor = { ...ANCHOR, ...order('#10481 tomás vidal shipped €212.90'), others: [] };
  const rest = { matched: [], place: 0 };
  const same = { ...order('#10481 tomás vidal shipped €18.40'), ...rest };
  const other = { ...order('#10483 tomás vidal shipped €212.90'), ...rest };
  expect(judge(anchor, [same])).toEqual({ found: 0 });
  expect(judge(anchor, [other])).toEqual({ moved: [0] });
});

test('of twins, which nothing but their place tells apart, the one in its place is found', () => {
  const alike = { name: 1, title: 1, text: 1, itemTitle: 1, itemText: 1 };
  const twins = { ...ANCHOR, alike, common: ['data-plan=studio', 'href=/signup/studio'] };
  const elsewhere = candidate(
    {},
    { before: '', after: '', landmark: 'banner', heading: '', ancestors: [] },
  );
  expect(judge(twins, [elsewhere, ITSELF])).toEqual({ found: 1 });
  expect(judge(twins, [elsewhere])).toEqual({ moved: expect.any(Array) });
});

test('an element keeps its mark while it is the same, and not when a list used it for another', () => {
  expect(isStill(ANCHOR, candidate({ text: 'studio €35 a month 5 users choose plan' }, {}))).toBe(
    true,
  );
  expect(isStill(ANCHOR, OTHER)).toBe(false);
});

test(
  'whatever there is, the answer is one of the candidates, or some',
  { tags: 'property' },
  () => {
    const anyAnchor = anchorWith(fc.string());
    const anyCandidate = fc
      .tuple(anyAnchor, fc.subarray([0, 1, 2, 3]), fc.nat({ max: 3 }))
      .map(([{ fingerprint, surroundings }, matched, place]) => ({
        fingerprint,
        surroundings,
        matched,
        place,
      }));
    fc.assert(
      fc.property(anyAnchor, fc.array(anyCandidate, { maxLength: 5 }), (anchor, candidates) => {
        const verdict = judge(anchor, candidates);
        const named = 'found' in verdict ? [verdict.found] : verdict.moved;
        expect(named.every((i) => candidates[i] !== undefined)).toBe(true);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  },
);

function candidate(
  fingerprint: Partial<Fingerprint>,
  surroundings: Partial<Surroundings>,
  matched: readonly number[] = [],
): ElementFacts {
  return {
    fingerprint: { ...FINGERPRINT, ...fingerprint },
    surroundings: { ...SURROUNDINGS, ...surroundings },
    matched,
    place: 0,
  };
}
