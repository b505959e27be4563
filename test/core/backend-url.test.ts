import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backendUrlFault, normalBackendUrl } from '../../core/backend-url.ts';
import { anyAddress } from '../support/fuzz/any-address.ts';

test.each([
  ['https://voice.example', null],
  ['https://voice.example:8443/backend/', null],
  ['http://127.0.0.1:8787', null],
  ['http://localhost', null],
  ['http://voice.example', 'not_https'],
  ['http://127.0.0.1.evil.example', 'not_https'],
  ['ftp://voice.example', 'unreadable'],
  ['javascript:alert(1)', 'unreadable'],
  ['voice.example', 'unreadable'],
  ['https://u:p@voice.example', 'credentials'],
  ['https://voice.example/?a=1', 'extra'],
  ['https://voice.example/#a', 'extra'],
] as const)('%s: %s', (text, fault) => {
  expect(backendUrlFault(URL.parse(text))).toBe(fault);
});

test(
  'whatever is accepted is https or this computer, and nothing is added to it',
  { tags: 'property' },
  () => {
    fc.assert(
      fc.property(anyAddress, (text) => {
        const url = URL.parse(text);
        if (url === null || backendUrlFault(url) !== null) return;
        const isHere = ['localhost', '127.0.0.1'].includes(url.hostname);
        expect(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)).toBe(true);
        const stored = new URL(normalBackendUrl(url));
        expect([stored.origin, stored.username, stored.password]).toEqual([url.origin, '', '']);
        // A path is appended to it, and must stay one.
        const asked = new URL(`${normalBackendUrl(url)}/api/voice-sdk/agents`);
        expect([asked.origin, asked.search, asked.hash]).toEqual([url.origin, '', '']);
        expect(asked.pathname.endsWith('/api/voice-sdk/agents')).toBe(true);
      }),
    );
  },
);

test('is stored without the slash at its end', () => {
  expect(normalBackendUrl(new URL('https://Voice.example/backend//'))).toBe(
    'https://voice.example/backend',
  );
  expect(normalBackendUrl(new URL('http://localhost:8787/'))).toBe('http://localhost:8787');
});
