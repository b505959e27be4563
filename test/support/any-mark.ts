import fc from 'fast-check';
import {
  type Anchor,
  CORNERS,
  type Mark,
  MARK_LIMITS as MOST,
  type Scope,
} from '../../core/mark.ts';
import { anyWebPath } from './fuzz/any-url.ts';

/** Texts as pages and attackers have them. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    '\u0000',
    '‮',
    'buy now',
    'buy',
    'é'.repeat(90),
  ),
);

/** Selectors that work, that do not, and that would take long. */
export const anySelector = fc.oneof(
  fc.constantFrom(
    'html:nth-child(1) > body:nth-child(2) > main:nth-child(1)',
    '#plans > article:nth-child(2)',
    "[data-id='\\35 ea7f33']",
    'button',
    '*',
  ),
  fc.constantFrom(
    '',
    '>',
    'a >',
    '[',
    '[a="',
    '#1',
    ':has(*:has(*))',
    'a{}',
    'a, b',
    ':not(:is(*))',
    '</style>',
    '@import',
    '::before',
    '* ~ '.repeat(80) + '*',
    '('.repeat(500),
    '\\',
  ),
  fc.string({ maxLength: 40 }),
);

function list<Entry>(entry: fc.Arbitrary<Entry>, most: number): fc.Arbitrary<Entry[]> {
  return fc.array(entry, { maxLength: Math.min(most, 12) });
}

function short(most: number): fc.Arbitrary<string> {
  return anyText.map((text) => text.slice(0, most));
}

const anyToken = fc.oneof(
  fc
    .tuple(fc.constantFrom('id', 'href', 'data-x', '__proto__', ']['), short(60))
    .map(([name, value]) => `${name}=${value}`),
  short(MOST.token),
);
const anyCount = fc.nat({ max: 1000 });
const anyPart = fc.double({ min: 0, max: 1, noNaN: true });
const anyName = short(MOST.name);

/** Anchors whose selectors are given. */
export function anchorWith(selector: fc.Arbitrary<string>): fc.Arbitrary<Anchor> {
  return fc.record({
    roots: fc.oneof(fc.constant([]), fc.array(selector, { maxLength: 3 })),
    selectors: list(selector, MOST.selectors).map((all) => all.slice(0, MOST.selectors)),
    fingerprint: fc.record({
      tag: fc.oneof(fc.constantFrom('a', 'button', 'div', 'article', 'li'), anyName),
      role: anyName,
      name: anyName,
      title: anyName,
      text: short(MOST.text),
      tokens: list(anyToken, MOST.tokens),
      inner: list(anyToken, MOST.tokens),
      classes: list(anyName, MOST.classes),
      shape: list(anyName, MOST.shape),
      depth: anyCount,
    }),
    surroundings: fc.record({
      language: anyName,
      heading: anyName,
      landmark: anyName,
      item: fc.record({
        title: anyName,
        text: short(MOST.text),
        tokens: list(anyToken, MOST.tokens),
      }),
      path: list(anyName, MOST.ancestors).map((all) => all.slice(0, MOST.ancestors)),
      before: anyName,
      after: anyName,
      index: anyCount,
      count: anyCount,
      ancestors: list(anyName, MOST.ancestors).map((all) => all.slice(0, MOST.ancestors)),
    }),
    others: list(anyName, MOST.others),
    common: list(anyToken, MOST.common),
    alike: fc.record({
      name: anyPart,
      title: anyPart,
      text: anyPart,
      itemTitle: anyPart,
      itemText: anyPart,
    }),
  });
}

const anySite = fc.constantFrom('https://example.com', 'http://localhost', 'https://shop.example');
const anyPath = anyWebPath.map((path) => `/${path.replace(/^\/+/, '')}`.slice(0, MOST.path));
const anyId = fc.stringMatching(/^[\w-]{1,64}$/);

/** Patterns with stars anywhere, also where they make matching slow. */
export const anyPattern = fc
  .array(fc.oneof(fc.constantFrom('*', '/', 'a', '?', '*a', '**'), fc.string({ maxLength: 5 })), {
    maxLength: 200,
  })
  .map((parts) => `/${parts.join('')}`.slice(0, MOST.path));

export const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.record({ kind: fc.constant('page' as const), site: anySite, path: anyPath }),
  fc.record({ kind: fc.constant('path' as const), site: anySite, pattern: anyPattern }),
  fc.record({ kind: fc.constant('site' as const), site: anySite }),
);

/** Marks as the schema lets them through. */
export const anyMark: fc.Arbitrary<Mark> = fc.record({
  id: anyId,
  agentId: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
  label: short(MOST.label),
  scope: anyScope,
  corner: fc.constantFrom(...CORNERS),
  isOn: fc.boolean(),
  anchor: anchorWith(
    fc.constantFrom('#plans > article:nth-child(2)', "a[href='/x']", 'bc-part', '.card'),
  ),
  at: fc.nat(),
});
