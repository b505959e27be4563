import { expect, test } from 'vitest';
import { siteName, siteOf, sitePattern } from '../../core/site.ts';

test.each([
  ['https://example.com/a?b#c', 'https://example.com'],
  ['http://localhost:3000/', 'http://localhost'],
  ['chrome://extensions', null],
  ['file:///etc/hosts', null],
  ['about:blank', null],
] as const)('%s belongs to %s', (address, site) => {
  expect(siteOf(new URL(address))).toBe(site);
});

test('is named by its host and matched by its pattern', () => {
  expect(siteName('https://example.com')).toBe('example.com');
  expect(sitePattern('https://example.com')).toBe('https://example.com/*');
});
