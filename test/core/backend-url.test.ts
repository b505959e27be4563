import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backendUrlFault, normalBackendUrl } from '../../core/backend-url.ts';

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

test('whatever is accepted is https or this computer', { tags: 'property' }, () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'ws'] }), (text) => {
      const url = new URL(text);
      if (backendUrlFault(url) !== null) return;
      expect(url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname)).toBe(
        true,
      );
    }),
  );
});

test('is stored without the slash at its end', () => {
  expect(normalBackendUrl(new URL('https://Voice.example/backend//'))).toBe(
    'https://voice.example/backend',
  );
  expect(normalBackendUrl(new URL('http://localhost:8787/'))).toBe('http://localhost:8787');
});
