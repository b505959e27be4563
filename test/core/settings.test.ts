import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSite } from '../../core/enabled.ts';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, readSettings } from '../../core/settings.ts';
import { anyText, anyValue } from '../support/fuzz/any-value.ts';

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
      fc.property(anyStored, (stored) => {
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

/** Hosts as they should be, and as they should not. */
const anyHost = fc.oneof(
  fc.constantFrom('site.example', '127.0.0.1', '[::1]', 'a_b.example', 'xn--bcher-kva.example'),
  fc.constantFrom(
    '*',
    '*.site.example',
    'a:80',
    'u:p@a',
    'a b',
    'A',
    'bücher.example',
    'a?b',
    'a#',
  ),
  fc.stringMatching(/^[!-~]{1,6}$/),
  anyText,
);
const anySite = fc
  .tuple(fc.constantFrom('https://', 'http://', '*://', 'ftp://', ''), anyHost)
  .map((parts) => parts.join(''));

/** What may stand in the store, nearly as it should be. */
const anyStored = fc.record(
  {
    sites: fc.array(
      fc.oneof(
        anySite,
        anySite.map((site) => `${site}/*`),
      ),
      { maxLength: 2 },
    ),
    sitesOff: fc.array(anySite, { maxLength: 2 }),
    approvals: fc.array(
      fc.record(
        {
          site: anySite,
          within: anySite,
          agentId: fc.constantFrom('echo', 'a/b'),
          name: fc.option(anyText),
          at: fc.oneof(fc.double(), anyValue),
        },
        { requiredKeys: ['site', 'agentId', 'name', 'at'] },
      ),
      { maxLength: 2 },
    ),
    siteDevices: fc.dictionary(anySite, fc.record({ inputDeviceId: anyText })),
    volume: anyValue,
    maxLengthSeconds: anyValue,
    backendUrl: anyValue,
    opensPanel: anyValue,
    version: anyValue,
  },
  { requiredKeys: [] },
);
