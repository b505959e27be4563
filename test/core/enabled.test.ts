import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVERYWHERE,
  type Enabled,
  isEnabledAt,
  isEnabledInFrame,
  placeName,
  placePattern,
  placePermissions,
  placesAt,
  switched,
} from '../../core/enabled.ts';

const at = (address: string) => new URL(address);

function on(...sites: string[]): Enabled {
  return { sites, sitesOff: [] };
}

test('a site is enabled by its own scheme and host, not by one that looks alike', () => {
  const enabled = on('https://example.com');
  expect(isEnabledAt(enabled, at('https://example.com:444/x'))).toBe(true);
  expect(isEnabledAt(enabled, at('http://example.com/'))).toBe(false);
  expect(isEnabledAt(enabled, at('https://example.com.evil.example/'))).toBe(false);
  expect(isEnabledAt(enabled, null)).toBe(false);
});

test('a place has a name, a pattern, and the permission it needs', () => {
  expect(placeName('https://example.com')).toBe('example.com');
  expect(placePattern('https://example.com')).toBe('https://example.com/*');
  expect(placePermissions('https://example.com/help/*')).toEqual(['https://example.com/*']);
  expect(placePermissions(EVERYWHERE)).toEqual(['http://*/*', 'https://*/*']);
  expect(placeName('https://example.com/help/*')).toBe('https://example.com/help/*');
});

test('tells which places make it so, and leaves out what is left out', () => {
  const enabled = { sites: ['https://a.example', EVERYWHERE], sitesOff: ['https://b.example'] };
  expect(placesAt(enabled, at('https://a.example/'))).toEqual(['https://a.example', EVERYWHERE]);
  expect(placesAt(enabled, at('https://b.example/'))).toEqual([]);
  expect(placesAt(enabled, at('chrome://settings/'))).toEqual([]);
});

describe('a frame', () => {
  const shop = at('https://shop.example/');
  const ad = at('https://ads.example/');

  test('needs its own site and that of the page around it', () => {
    expect(isEnabledInFrame(on('https://shop.example'), ad, shop)).toBe(false);
    expect(isEnabledInFrame(on('https://ads.example'), ad, shop)).toBe(false);
    expect(isEnabledInFrame(on('https://ads.example', 'https://shop.example'), ad, shop)).toBe(
      true,
    );
  });

  test('is not meant by "everywhere", which does for the page around it', () => {
    expect(isEnabledInFrame(on(EVERYWHERE), ad, shop)).toBe(false);
    expect(isEnabledInFrame(on(EVERYWHERE, 'https://ads.example'), ad, shop)).toBe(true);
  });
});

describe('the switch of one site', () => {
  test('adds and removes the site', () => {
    const page = at('https://a.example/x');
    expect(switched(on(), page, true)).toEqual(on('https://a.example'));
    expect(switched(on('https://a.example', 'https://b.example'), page, false)).toEqual(
      on('https://b.example'),
    );
  });

  test('removes patterns for this host alone, and leaves the site out of wider ones', () => {
    const page = at('https://a.example/help/x');
    expect(switched(on('*://a.example/help/*'), page, false)).toEqual(on());
    const off = switched(on(EVERYWHERE), page, false);
    expect(off).toEqual({ sites: [EVERYWHERE], sitesOff: ['https://a.example'] });
    expect(switched(off, page, true)).toEqual(on(EVERYWHERE));
  });

  test('does what it says, wherever voice is on already', { tags: 'property' }, () => {
    const place = fc.constantFrom(
      'https://a.example',
      'https://a.example/help/*',
      '*://*.example/*',
      EVERYWHERE,
      'http://b.example',
    );
    const page = fc
      .constantFrom(
        'https://a.example/',
        'https://a.example/help/',
        'http://b.example/x',
        'http://c.test/',
      )
      .map(at);
    fc.assert(
      fc.property(fc.array(place), page, fc.boolean(), (sites, address, wanted) => {
        const enabled = switched(on(...sites), address, wanted);
        expect(isEnabledAt(enabled, address)).toBe(wanted);
      }),
    );
  });
});
