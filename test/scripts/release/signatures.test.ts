import { expect, test } from 'vitest';
import { judgeSignatures } from '../../../scripts/release/signatures.js';

const PACKAGE = { name: 'some-package', version: '1.2.3' };

test.each([
  ['all signatures hold', { invalid: [], missing: [] }, 'All are signed.'],
  ['one is missing', { invalid: [], missing: [PACKAGE] }, 'Not signed: some-package@1.2.3.'],
  [
    'the registry cannot be reached',
    { error: { code: 'ENOTFOUND', summary: 'request failed' } },
    'NOT CHECKED: the registry could not be asked (ENOTFOUND).',
  ],
])('where %s, the release says so and goes on', (_what, answer, remark) => {
  expect(judgeSignatures(JSON.stringify(answer))).toBe(remark);
});

test('where npm was ended before it answered, too', () => {
  expect(judgeSignatures('')).toMatch(/^NOT CHECKED/);
});

test('a package that is not what the registry signed ends the release', () => {
  const answer = JSON.stringify({ invalid: [PACKAGE], missing: [] });
  expect(() => judgeSignatures(answer)).toThrow(
    'Not what the registry signed: some-package@1.2.3.',
  );
});
