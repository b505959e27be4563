import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSite } from '../../core/enabled.ts';
import { patternFault } from '../../core/match-pattern.ts';
import { readPlace } from '../../core/typed-place.ts';

test.each([
  ['example.com', 'https://example.com'],
  [' Example.COM/ ', 'https://example.com'],
  ['http://example.com', 'http://example.com'],
  ['https://example.com/*', 'https://example.com'],
  ['example.com/help/*', 'https://example.com/help/*'],
  ['*.example.com', 'https://*.example.com/*'],
  ['*://example.com', '*://example.com/*'],
  ['*', '*://*/*'],
  ['*://*/*', '*://*/*'],
  ['https://example.com/Help', 'https://example.com/Help'],
])('%j is %s', (typed, place) => {
  expect(readPlace(typed)).toEqual({ place, fault: null });
});

test.each([
  ['', 'host'],
  ['two words', 'unreadable'],
  ['example.com:8080', 'port'],
  ['chrome://extensions', 'scheme'],
  ['bücher.example', 'host'],
])('%j is none: %s', (typed, fault) => {
  expect(readPlace(typed)).toEqual({ place: null, fault });
});

test('whatever is typed, what is read is a site or a match pattern', { tags: 'property' }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain()), (typed) => {
      const { place } = readPlace(typed);
      if (place !== null) expect(isSite(place) || patternFault(place) === null).toBe(true);
    }),
  );
});
