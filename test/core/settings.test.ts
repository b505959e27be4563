import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSite } from '../../core/enabled.ts';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, readSettings } from '../../core/settings.ts';
import { anySettings } from '../support/fuzz/any-settings.ts';

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

test(
  'whatever is read can be stored, written as a date, and given to the browser',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(anySettings, (stored) => {
        const { settings } = readSettings(stored);
        expect(readSettings(JSON.parse(JSON.stringify(settings))).corrupt).toEqual({});
        for (const { at } of settings.approvals) {
          expect(new Date(at).getTime()).not.toBeNaN();
        }
        for (const site of [...settings.sites.filter(isSite), ...settings.sitesOff]) {
          // Firefox takes none with a port; and where one is not taken, none of them is.
          const { port = '', username = '', pathname = '/', search = '' } = URL.parse(site) ?? {};
          expect([port, username, pathname, search]).toEqual(['', '', '/', '']);
          expect(site).not.toContain('*');
        }
      }),
    );
  },
);

test('settings without a number are of the first version; those of a newer one are told', () => {
  expect(readSettings({ sites: [] }).isNewer).toBe(false);
  expect(readSettings({ version: SETTINGS_VERSION }).isNewer).toBe(false);
  expect(readSettings({ version: SETTINGS_VERSION + 1 }).isNewer).toBe(true);
});
