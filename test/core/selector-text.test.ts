import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSelectorText } from '../../core/selector-text.ts';
import { anySelector } from '../support/any-mark.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { runs } from '../support/fuzz/plan.ts';

test.each([
  'html:nth-child(1) > body:nth-child(2) > div:nth-child(12)',
  '#plans > .card.featured',
  'section[id="plans"] article[data-plan="pro"] button',
  "[aria-label='Basket\\,\\ 2\\ items']",
  "[data-id='\\35 ea7f33']",
  '#\\31 0 > a',
  'bc-part',
  '.md\\:w-1\\/2',
  '*',
  'a[title="} < > ; @"]',
])('%s is one', (text) => {
  expect(isSelectorText(text)).toBe(true);
});

test.each([
  '',
  ' ',
  '>',
  'a >',
  '> a',
  'a > > b',
  'a, b',
  'a{}',
  'a}',
  '</style>',
  '@import "x"',
  'a;b',
  ':has(a)',
  ':not(*)',
  ':is(a, b)',
  'a::before',
  'a:hover',
  'a ~ b',
  'a + b',
  '[a*="b"]',
  ':nth-child(2n+1)',
  '[a="b',
  "'",
  'a\u0000b',
  'a\nb',
  '\\',
  '/**/a',
])('%j is none', (text) => {
  expect(isSelectorText(text)).toBe(false);
});

test('nothing takes long to look at', { tags: 'property' }, () => {
  const long = fc
    .tuple(
      fc.constantFrom('\\a', 'a', '[a', '"', "'", '\\', 'a > ', ':nth-child(1', '#', '\\aaaaaa '),
      fc.nat({ max: 500 }),
    )
    .map(([part, times]) => part.repeat(times).slice(0, 1_000));
  fc.assert(
    fc.property(fc.oneof(long, anySelector), (text) => {
      expect(cpuMsOf(() => isSelectorText(text))).toBeLessThan(CPU_MS);
    }),
    { numRuns: runs(5) },
  );
});
