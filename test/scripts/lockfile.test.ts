import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingEntries } from '../../scripts/lockfile.js';

test('the lockfile names the packages of every platform, or `npm ci` would refuse it', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(missingEntries(packages)).toEqual({});
});

test('what is missing is entered for the platform that its name tells', () => {
  const packages = {
    'node_modules/tool': {
      license: 'MIT',
      dev: true,
      optionalDependencies: { '@tool/binding-linux-arm64-musl': '1.2.3' },
    },
  };
  const place = 'node_modules/@tool/binding-linux-arm64-musl';
  const platform = { os: ['linux'], cpu: ['arm64'], libc: ['musl'] };
  expect(missingEntries(packages)).toEqual({
    [place]: { version: '1.2.3', ...platform, dev: true, license: 'MIT', optional: true },
  });
  expect(missingEntries({ ...packages, [place]: {} })).toEqual({});
});
