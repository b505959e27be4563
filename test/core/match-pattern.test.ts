import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hostPermissions,
  isEveryHost,
  isWholeHost,
  matchesAddress,
  matchesGlob,
  patternFault,
} from '../../core/match-pattern.ts';
import { CPU_MS, cpuMsOf } from '../support/cpu.ts';
import { runs } from '../support/fuzz/plan.ts';

describe('a match pattern', () => {
  test.each([
    ['https://example.com/*', null],
    ['*://*/*', null],
    ['http://*.example.com/help/*', null],
    ['https://[::1]/*', null],
    ['https://xn--bcher-kva.example/*', null],
    ['', 'unreadable'],
    ['example.com', 'unreadable'],
    ['https://exa mple.com/', 'unreadable'],
    ['ftp://example.com/*', 'scheme'],
    ['file:///etc/*', 'scheme'],
    ['https://example.com:8080/*', 'port'],
    ['https:///*', 'host'],
    ['https://*example.com/*', 'host'],
    ['https://exa*mple.com/*', 'host'],
    ['https://Example.com/*', 'host'],
    ['https://bücher.example/*', 'host'],
    ['https://me@example.com/*', 'host'],
    ['https://*.*.com/*', 'host'],
    ['https://example.com', 'path'],
  ] as const)('%s: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  test.each([
    ['https://example.com/*', 'https://example.com:444/x', true],
    ['https://example.com/*', 'http://example.com/', false],
    ['https://example.com/*', 'https://www.example.com/', false],
    ['*://*.example.com/*', 'http://example.com/', true],
    ['*://*.example.com/*', 'https://a.b.example.com/', true],
    ['*://*.example.com/*', 'https://badexample.com/', false],
    ['*://*/*', 'https://anything.example/at?all', true],
    ['*://*/*', 'chrome://settings/', false],
    ['https://example.com/help/*', 'https://example.com/help/me', true],
    ['https://example.com/help/*', 'https://example.com/help', false],
    ['https://example.com/*?lang=de', 'https://example.com/a?lang=de#x', true],
    ['https://example.com/a', 'https://example.com/a', true],
    ['https://example.com/a', 'https://example.com/ab', false],
    ['no pattern', 'https://example.com/', false],
  ] as const)('%s and %s: %s', (pattern, address, matches) => {
    expect(matchesAddress(pattern, new URL(address))).toBe(matches);
  });

  test('asks for the permission of its hosts', () => {
    expect(hostPermissions('https://example.com/help/*')).toEqual(['https://example.com/*']);
    expect(hostPermissions('*://*.example.com/help/*')).toEqual([
      'http://*.example.com/*',
      'https://*.example.com/*',
    ]);
    expect(isWholeHost('https://example.com/*')).toBe(true);
    expect(isWholeHost('https://example.com/help/*')).toBe(false);
    expect(isEveryHost('*://*/x')).toBe(true);
    expect(isEveryHost('*://*.example.com/*')).toBe(false);
  });

  test('of any kind is read without a throw and without delay', { tags: 'property' }, () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^(\*|https?):\/\/[a-z.*]*(\/[a*]*)?$/));
    const address = fc.stringMatching(/^https?:\/\/[a-z]{1,9}\.[a-z]{2,5}\/[a*/]{0,9}$/);
    fc.assert(
      fc.property(text, address, (pattern, to) => {
        const parsed = new URL(to);
        expect(cpuMsOf(() => matchesAddress(pattern, parsed))).toBeLessThan(CPU_MS);
        const matches = matchesAddress(pattern, parsed);
        if (patternFault(pattern) !== null) expect(matches).toBe(false);
      }),
    );
  });
});

test('a glob means what the same expression would', { tags: 'property' }, () => {
  const glob = fc.stringMatching(/^[ab*]{0,8}$/);
  fc.assert(
    fc.property(glob, fc.stringMatching(/^[ab]{0,12}$/), (pattern, text) => {
      const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
      expect(matchesGlob(pattern, text)).toBe(expected);
    }),
    { numRuns: runs(20) },
  );
  expect(matchesGlob('*a'.repeat(200), 'a'.repeat(5_000))).toBe(true);
  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(5_000))).toBe(false);
});
