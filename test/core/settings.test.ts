import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../core/settings.ts';

test('what was never set is at its default', () => {
  expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS);
  expect(DEFAULT_SETTINGS.sites).toEqual([]);
});

test('a value that does not fit gives way to its default, alone', () => {
  const stored = {
    backendUrl: 7,
    sites: ['https://example.com'],
    cardSelector: '',
    allowPublicAgents: true,
  };
  expect(readSettings(stored)).toEqual({
    ...DEFAULT_SETTINGS,
    sites: ['https://example.com'],
    allowPublicAgents: true,
  });
});

test('anything at all reads as settings, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const read = readSettings(stored);
      expect(Object.keys(read).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
      expect(readSettings(read)).toEqual(read);
    }),
  );
});
