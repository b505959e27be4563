import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, readSettings } from '../../core/settings.ts';

test('what was never set is at its default', () => {
  expect(readSettings(undefined).settings).toEqual(DEFAULT_SETTINGS);
  expect(DEFAULT_SETTINGS.sites).toEqual([]);
});

test('a value that does not fit gives way to its default, alone', () => {
  const stored = {
    backendUrl: 7,
    sites: ['https://example.com'],
    cardSelector: '',
    allowPublicAgents: true,
  };
  const { settings, corrupt } = readSettings(stored);
  expect(settings).toEqual({
    ...DEFAULT_SETTINGS,
    sites: ['https://example.com'],
    allowPublicAgents: true,
  });
  expect(corrupt).toEqual({ backendUrl: 7, cardSelector: '' });
});

test(
  'anything at all reads as settings, and reading them again changes nothing',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = readSettings(stored);
        expect(Object.keys(settings).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
        expect(readSettings(settings)).toEqual({ settings, corrupt: {}, isNewer: false });
      }),
    );
  },
);

test('settings without a number are of the first version; those of a newer one are told', () => {
  expect(readSettings({ sites: [] }).isNewer).toBe(false);
  expect(readSettings({ version: SETTINGS_VERSION }).isNewer).toBe(false);
  expect(readSettings({ version: SETTINGS_VERSION + 1 }).isNewer).toBe(true);
});
