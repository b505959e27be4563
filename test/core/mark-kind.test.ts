import { describe, expect, test } from 'vitest';
import type { ElementFacts, Fingerprint, Surroundings } from '../../core/mark.ts';
import { kindOf, placeOf } from '../../core/mark-kind.ts';
import { anAnchor } from '../support/marks.ts';

const ANCHOR = anAnchor();
const THEN: Fingerprint = {
  ...ANCHOR.fingerprint,
  tag: 'button',
  role: 'button',
  shape: ['svg', 'span'],
  depth: 3,
  classes: ['plan', 'wide'],
};

/** By how much the evidence falls when this is otherwise now. */
const lostBy = (now: Partial<Fingerprint>, then: Partial<Fingerprint> = {}) => {
  const before = { ...THEN, ...then };
  return kindOf(before, before) - kindOf(before, { ...before, ...now });
};

describe('what an element is', () => {
  test('speaks for it most where nothing has changed', () => {
    expect(kindOf(THEN, THEN)).toBeCloseTo(3.5);
  });

  test.each([
    ['another role', { role: 'link' }, 0.9],
    ['no role any more', { role: '' }, 0.4],
    ['another depth', { depth: 4 }, 1.6],
    ['half of what it was made of', { shape: ['svg', 'img'] }, 1.5],
    ['nothing of what it was made of', { shape: [] }, 3],
    ['one of its two classes', { classes: ['plan', 'tall'] }, 0.5],
    ['a tag of another kind', { tag: 'video' }, 2.9],
  ])('%s speaks against it', (_, now, lost) => {
    expect(lostBy(now)).toBeCloseTo(lost);
  });

  test('a role that it has now and had not is little against it', () => {
    expect(lostBy({ role: 'button' }, { role: '' })).toBeCloseTo(0.4);
  });

  test('two that are made of nothing are made of the same', () => {
    expect(kindOf({ ...THEN, shape: [] }, { ...THEN, shape: [] })).toBeCloseTo(3.5);
  });

  test.each([
    'a button input summary',
    'div section article li aside main form header footer figure tr',
    'h1 h2 h3 h4 h5 h6 p span strong div',
  ])('what people write instead of one another is little against it: %s', (kin) => {
    const tags = kin.split(' ');
    const pairs = tags.flatMap((one) => tags.map((other) => [one, other] as const));
    for (const [tag, other] of pairs) {
      expect(lostBy({ tag: other }, { tag }), `${tag} ${other}`).toBeCloseTo(
        tag === other ? 0 : 0.5,
      );
    }
    expect(lostBy({ tag: 'video' }, { tag: tags[0] ?? '' })).toBeCloseTo(2.9);
  });
});

describe('where an element is', () => {
  const HERE: Surroundings = {
    ...ANCHOR.surroundings,
    landmark: 'main',
    heading: 'Plans and prices',
    path: ['div 1', 'p 2'],
    before: 'Basic plan',
    after: 'Company plan',
    ancestors: ['body', 'main'],
    index: 1,
    count: 3,
  };
  const evidence = (now: Partial<Surroundings>, matched: number[] = [], then = HERE) => {
    const facts: ElementFacts = {
      fingerprint: THEN,
      surroundings: { ...then, ...now },
      matched,
      place: 0,
    };
    return placeOf({ ...ANCHOR, surroundings: then }, facts);
  };

  test('speaks for it most where nothing has changed', () => {
    expect(evidence({})).toBeCloseTo(4.4);
  });

  test.each([
    ['another landmark', { landmark: 'footer' }, 1.4],
    ['another heading', { heading: 'Our offices' }, 1.3],
    ['another way down to it', { path: ['td 7'] }, 1.3],
    ['another neighbour before it', { before: 'Weather' }, 0.7],
    ['another neighbour after it', { after: 'Weather' }, 0.7],
    ['half of its ancestors', { ancestors: ['body', 'aside'] }, 0.7],
    ['another place in its row', { index: 2 }, 0.3],
    ['a longer row', { count: 4 }, 0.3],
  ])('%s speaks against it', (_, now, lost) => {
    expect(evidence({}) - evidence(now)).toBeCloseTo(lost);
  });

  test.each(['landmark', 'heading', 'before', 'after'] as const)(
    'where there was no %s and is none, that says nothing',
    (aspect) => {
      const without = { ...HERE, [aspect]: '' };
      const gain = { landmark: 0.6, heading: 0.8, before: 0.5, after: 0.5 }[aspect];
      expect(evidence({}) - evidence({}, [], without)).toBeCloseTo(gain);
      expect(evidence({}) - evidence({ [aspect]: '' })).toBeGreaterThan(gain);
    },
  );

  test('selectors that still lead to it speak for it, the first less, for a wrapper has its place', () => {
    expect(evidence({}, [0]) - evidence({})).toBeCloseTo(0.3);
    expect(evidence({}, [0, 1, 2]) - evidence({})).toBeCloseTo(1.5);
  });
});
