import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, Scope } from '../../core/mark.ts';
import { holdsAt, isWithin, pageOf, patternsFor } from '../../core/mark-scope.ts';
import { anyMark, anyPattern, anyScope } from '../support/any-mark.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { anyWebPath, anyWebUrl } from '../support/fuzz/any-url.ts';

const site = 'https://shop.example';

describe('this page', () => {
  const scope: Scope = { kind: 'page', site, path: '/product?id=7&size=m' };

  test.each([
    ['https://shop.example/product?id=7&size=m', true],
    ['https://shop.example/product?size=m&id=7', true],
    ['https://shop.example/product?id=7&size=m&utm_source=letter&gclid=x#reviews', true],
    ['https://shop.example/product?id=8&size=m', false],
    ['https://shop.example/product', false],
    ['https://shop.example/product/?id=7&size=m', false],
    ['https://other.example/product?id=7&size=m', false],
    ['http://shop.example/product?id=7&size=m', false],
  ])('%s', (address, holds) => {
    expect(isWithin(scope, new URL(address))).toBe(holds);
  });

  test('is what it is marked on', () => {
    const address = new URL('https://shop.example/a/b?z=1&a=2&utm_medium=mail&fbclid=3#c');
    expect(pageOf(address)).toBe('/a/b?a=2&z=1');
    expect(isWithin({ kind: 'page', site, path: pageOf(address) }, address)).toBe(true);
  });
});

describe('a path pattern', () => {
  test.each([
    ['/plans/*', '/plans/pro', true],
    ['/plans/*', '/plans/', true],
    ['/plans/*', '/plans', false],
    ['/plans/*', '/en/plans/pro', false],
    ['/*/plans', '/en/plans', true],
    ['/*/plans', '/en/plans/pro', false],
    ['*', '/anything/at/all', true],
    ['/a*b*c', '/abc', true],
    ['/a*b*c', '/acb', false],
    ['/ab*bc', '/abc', false],
    ['/exactly', '/exactly', true],
    ['/exactly', '/exactly?but=this', true],
    ['/list?page=*', '/list?page=2', true],
    ['/list?page=*', '/list', false],
    ['/a.b', '/aXb', false],
  ])('%s at %s: %s', (pattern, path, holds) => {
    expect(isWithin({ kind: 'path', site, pattern }, new URL(path, site))).toBe(holds);
  });

  test("is offered from the page's own folder outward", () => {
    expect(patternsFor(new URL('https://shop.example/en/plans/pro?x'))).toEqual([
      '/en/plans/*',
      '/en/*',
    ]);
    expect(patternsFor(new URL('https://shop.example/'))).toEqual([]);
  });
});

test('the whole site is every page of its scheme and host, on any port', () => {
  expect(isWithin({ kind: 'site', site }, new URL('https://shop.example:444/x?y'))).toBe(true);
  expect(isWithin({ kind: 'site', site }, new URL('https://www.shop.example/'))).toBe(false);
  expect(isWithin({ kind: 'site', site }, null)).toBe(false);
});

test('a mark that is switched off holds nowhere', { tags: 'property' }, () => {
  fc.assert(
    fc.property(anyMark, (mark: Mark) => {
      const address = new URL('/x', mark.scope.site);
      expect(holdsAt({ ...mark, isOn: false }, address)).toBe(false);
      expect(holdsAt({ ...mark, isOn: true }, address)).toBe(isWithin(mark.scope, address));
    }),
  );
});

test('no scope takes long at any address', { tags: 'property' }, () => {
  const anyAddress = fc.oneof(
    anyWebUrl,
    fc.integer({ min: 1, max: 5_000 }).map((length) => `${site}/${'a'.repeat(length)}?b`),
  );
  fc.assert(
    fc.property(anyScope, anyAddress, (scope, address) => {
      const parsed = new URL(address);
      expect(cpuMsOf(() => isWithin(scope, parsed))).toBeLessThan(CPU_MS);
    }),
  );
});

test('a pattern means what the same as a regular expression means', { tags: 'property' }, () => {
  fc.assert(
    fc.property(anyPattern, anyWebPath, (pattern, path) => {
      if (pattern.includes('?') || pattern.split('*').length > 6) return;
      const address = new URL(`${site}/${path}`);
      const escaped = pattern.split('*').map((part) => RegExp.escape(part));
      const expected = new RegExp(`^${escaped.join('.*')}$`, 's').test(address.pathname);
      expect(isWithin({ kind: 'path', site, pattern }, address)).toBe(expected);
    }),
  );
});
