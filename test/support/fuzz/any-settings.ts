import fc from 'fast-check';
import { anyText, anyValue } from './any-value.ts';

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

/** Settings as they may stand in a store or a file, nearly as they should be. */
export const anySettings = fc.record(
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
