import { expect, test } from 'vitest';
import { nextVersion } from '../../../scripts/release/version.js';

test.each([
  ['0.2.0', '0.1.0', '0.1.0'],
  ['0.10.0', '0.9.3', '0.9.3'],
  ['1.0.0', '0.99.99', '0.99.99'],
  ['0.1.1', '0.1.0', undefined],
  ['0.1.0', '0.1.0', undefined],
])('%s may come where package.json has %s and %s was released', (wanted, current, released) => {
  expect(nextVersion(wanted, { current, released })).toBe(wanted);
});

test.each([
  ['0.1.0', '0.1.0', '0.1.0', /does not come after 0\.1\.0/],
  ['0.9.0', '0.10.0', '0.10.0', /does not come after 0\.10\.0/],
  ['0.1.0', '0.2.0', undefined, /comes before 0\.2\.0/],
])('%s may not, with %s and %s', (wanted, current, released, complaint) => {
  expect(() => nextVersion(wanted, { current, released })).toThrow(complaint);
});

test.each([
  '',
  undefined,
  '1.2',
  '1.2.3.4',
  'v1.2.3',
  '1.2.3-rc.1',
  '01.2.3',
  '1.2.65536',
  '-1.2.3',
])('%s is no version that both browsers read', (wanted) => {
  expect(() => nextVersion(wanted, { current: '0.1.0', released: undefined })).toThrow(
    /three numbers/,
  );
});
