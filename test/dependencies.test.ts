import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A package as the lockfile knows it. */
interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: unknown;
  readonly cpu?: unknown;
  readonly hasInstallScript?: boolean;
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
/** What may reach people, or the backend's computer; and what may be used on the way there. */
const SHIPPED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0'];
const USED = [...SHIPPED, 'BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Zlib'];

const project = JSON.parse(readFileSync('package.json', 'utf8'));
const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { '': root, ...others } = lockfile.packages;
const locked = Object.entries<Locked>(others);

test('every dependency is pinned to one version', () => {
  const pinned = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  const wanted = KINDS.flatMap((kind) => Object.entries<string>(project[kind]));
  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter(([, version]) => !pinned.test(version))).toEqual([]);
});

test('the lockfile is that of package.json', () => {
  for (const kind of KINDS) expect(root[kind]).toEqual(project[kind]);
  expect([lockfile.version, root.version]).toEqual([project.version, project.version]);
  const pinned = KINDS.flatMap((kind) => Object.entries<string>(project[kind]));
  const astray = pinned.filter(
    ([name, version]) =>
      others[`node_modules/${name}`]?.version !== version.slice(version.lastIndexOf('@') + 1),
  );
  expect(astray).toEqual([]);
});

test('every package comes from the registry', () => {
  const stray = locked.filter(
    ([, { resolved, link }]) =>
      link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
  );
  expect(locked.length).toBeGreaterThan(500);
  expect(stray).toEqual([]);
});

test('every package that is installed has a checksum, and so has all but what only other systems install', () => {
  const unchecked = locked.filter(([, { integrity }]) => !/^sha512-./.test(integrity ?? ''));
  const rigid = unchecked.filter(([, { optional, os, cpu }]) => !optional || !os || !cpu);
  expect(rigid).toEqual([]);
  expect(unchecked.filter(([place]) => existsSync(place))).toEqual([]);
});

test('nothing runs while packages are installed, and none of them asks to', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const installed = locked.filter(([place]) => existsSync(place));
  expect(installed.length).toBeGreaterThan(500);
  const asking = installed.filter(
    ([place, { hasInstallScript }]) => hasInstallScript || scriptsOf(place).some(isForInstalling),
  );
  expect(asking.map(([place]) => place)).toEqual([]);
});

test('what may reach people, or the computer of the backend, is free to be passed on', () => {
  const shipped = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  expect(shipped.length).toBeGreaterThan(200);
  expect(shipped.filter(([, { license }]) => !isLicensed(license, SHIPPED))).toEqual([]);
});

test('what is used on the way there is free, too', () => {
  expect(locked.filter(([, { license }]) => !isLicensed(license, USED))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(Apache-2.0 AND BSD-3-Clause)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['GPL-3.0-or-later', false],
  [undefined, false],
])('a licence of %s: %s', (license, expected) => {
  expect(isLicensed(license, SHIPPED)).toBe(expected);
});

test('docs/dependencies.md names every licence that may be shipped', () => {
  const policy = readFileSync('docs/dependencies.md', 'utf8');
  expect(SHIPPED.filter((license) => !policy.includes(license))).toEqual([]);
});

/** Whether a licence, as packages state it, is one of these: one of them, or all of them, as it says. */
function isLicensed(license: string | undefined, known: readonly string[]): boolean {
  const choices = (license ?? '').replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((name) => known.includes(name)));
}

/** The names of the scripts that an installed package has. */
function scriptsOf(place: string): string[] {
  return Object.keys(JSON.parse(readFileSync(`${place}/package.json`, 'utf8')).scripts ?? {});
}

function isForInstalling(script: string): boolean {
  return ['preinstall', 'install', 'postinstall'].includes(script);
}
