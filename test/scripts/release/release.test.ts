import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { farewell } from '../../../scripts/release/farewell.js';
import { release } from '../../../scripts/release/release.js';
import { differingArchives, releaseFiles } from '../../../scripts/release/steps.js';

const LOCKFILE = { name: 'small', version: '0.1.0', packages: { '': { version: '0.1.0' } } };
const FILES = {
  '.gitignore': '.output/\n',
  'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n- Something new.\n',
  'package.json': '{\n  "name": "small",\n  "version": "0.1.0",\n  "private": true\n}\n',
  'package-lock.json': `${JSON.stringify(LOCKFILE, null, 2)}\n`,
};
/** The SHA-256 of "made". */
const SUM = 'ea0890697a77af0a2e054cccec587c8a42feb5cf38e778c6c6e2a96bfb945c0b';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'voice-cards-small-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(root, name), text);
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'All');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a release bumps, takes its steps, and lays out what is to be published', async () => {
  const taken: string[] = [];
  const take = (version: string) => {
    taken.push(`${version}: package.json has ${JSON.parse(read('package.json')).version}`);
    return 'Done.';
  };
  const made = await attempt({ steps: [{ name: 'Packages', take }] });
  expect(taken).toEqual(['0.2.0: package.json has 0.2.0']);
  expect(read('package.json')).toBe(FILES['package.json'].replace('0.1.0', '0.2.0'));
  expect(read('package-lock.json')).toBe(FILES['package-lock.json'].replaceAll('0.1.0', '0.2.0'));
  expect(read('CHANGELOG.md')).toContain('\n## 0.2.0 (2026-12-24)\n\n- Something new.\n');
  expect(contentsOf(made.folder)).toEqual({
    'NOTES.md': '- Something new.\n',
    SHA256SUMS: `${SUM}  some.zip\n`,
    'some.zip': 'made',
  });
  expect(git('log', '--format=%s').trim()).toBe('All');
  expect(git('tag')).toBe('');
  expect(farewell(made)).toContain('git commit -am "Release 0.2.0"');
});

test.each([
  ['fails', 'The linter has remarks.'],
  ['fails unexpectedly', 'Cannot read properties of undefined'],
])('a step that %s leaves everything as it was', async (_how, message) => {
  const steps = [
    { name: 'Packages', take: () => 'Done.' },
    { name: 'Linter', take: () => Promise.reject(new Error(message)) },
  ];
  await expect(attempt({ steps })).rejects.toThrow(message);
  expectUntouched();
});

test('so does a release whose packages are not there in the end', async () => {
  const filesOf = () => Promise.reject(new Error('No such file'));
  await expect(attempt({ filesOf })).rejects.toThrow('No such file');
  expectUntouched();
});

test.each([
  ['ends well', () => 'Done.'],
  ['fails', () => Promise.reject(new Error('Interrupted'))],
])(
  'so does whoever stops it, in a step that then %s; no further one is taken',
  async (_how, end) => {
    const stopped = new AbortController();
    const taken: string[] = [];
    const steps = ['first', 'second'].map((name) => ({
      name,
      take: () => {
        taken.push(name);
        stopped.abort(new Error('Stopped.'));
        return end();
      },
    }));
    await expect(attempt({ steps, signal: stopped.signal })).rejects.toThrow('Stopped.');
    expect(taken).toEqual(['first']);
    expectUntouched();
  },
);

test.each([
  ['changed', 'CHANGELOG.md'],
  ['new', 'notes.txt'],
])('with a file that is %s, no release begins', async (_how, name) => {
  writeFileSync(join(root, name), 'Not committed');
  await expect(attempt({})).rejects.toThrow(new RegExp(`put away[^]*${name}`));
  expect(JSON.parse(read('package.json')).version).toBe('0.1.0');
});

test.each(['0.0.9', 'next', undefined])('nor does one of version %s', async (wanted) => {
  await expect(attempt({ wanted })).rejects.toThrow(/comes before|three numbers/);
  expectUntouched();
});

test('an archive that is made with other bytes is named', async () => {
  const again = join(root, 'again');
  writeArchives(root, 'same');
  writeArchives(again, 'same');
  expect(await differingArchives('0.2.0', again, root)).toEqual([]);
  writeFileSync(join(again, '.output', 'voice-cards-0.2.0-firefox.zip'), 'other');
  expect(await differingArchives('0.2.0', again, root)).toEqual(['voice-cards-0.2.0-firefox.zip']);
});

test('a release without its packages is none', async () => {
  await expect(releaseFiles('0.2.0', root)).rejects.toThrow(/ENOENT/);
});

/** A release of the small project, with these parts in place of those that would take. */
function attempt(parts: Partial<Parameters<typeof release>[0]>) {
  return release({
    root,
    wanted: '0.2.0',
    date: '2026-12-24',
    steps: [],
    filesOf: () => Promise.resolve({ 'some.zip': Buffer.from('made') }),
    say: () => undefined,
    signal: new AbortController().signal,
    ...parts,
  });
}

function expectUntouched() {
  for (const [name, text] of Object.entries(FILES)) expect(read(name)).toBe(text);
  expect(git('status', '--porcelain')).toBe('');
  expect(existsSync(join(root, '.output', 'release-0.2.0'))).toBe(false);
}

function writeArchives(folder: string, text: string) {
  mkdirSync(join(folder, '.output'), { recursive: true });
  for (const name of ['chrome', 'firefox', 'sources'])
    writeFileSync(join(folder, '.output', `voice-cards-0.2.0-${name}.zip`), text);
}

function contentsOf(folder: string) {
  const names = readdirSync(folder).toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
