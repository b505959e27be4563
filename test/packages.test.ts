import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ARCHIVES,
  archiveName,
  differences,
  filesIn,
  filesOf,
  makeAgain,
  remarksOn,
} from '../scripts/packages.js';

/** Until installing, building and linting count as hung, in milliseconds. */
const LONG = 300_000;

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Where the sources archive is unpacked, and README's steps are taken. */
let again = '';

beforeAll(async () => {
  again = await mkdtemp(join(tmpdir(), 'voice-cards-packages-'));
  await makeAgain(archive('sources'), again);
}, LONG);

afterAll(() => rm(again, { recursive: true, force: true }), LONG);

test.each(ARCHIVES)(
  "by README's steps, the sources archive makes the same %s archive, byte by byte",
  async (name) => {
    const [first, second] = [archive(name), archive(name, again)];
    expect(differences(await filesOf(first), await filesOf(second))).toEqual([]);
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
  },
);

test('the sources archive holds what a build needs, as it is in this folder, and nothing else', async () => {
  const files = await filesOf(archive('sources'));
  expect(differences(files, await filesIn('.', files.keys()))).toEqual([]);
  const rooms = new Set([...files.keys()].map((path) => path.split('/')[0]));
  expect([...rooms]).toEqual([
    'LICENSE',
    'README.md',
    'assets',
    'core',
    'entrypoints',
    'locales',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.strict.json',
    'wxt.config.ts',
  ]);
  const known = /^assets\/public\/|\.(html|css|tsx?|yml|json)$|^(LICENSE|README\.md)$/;
  expect([...files.keys()].filter((path) => !known.test(path))).toEqual([]);
});

test.each(['firefox', 'chrome'])(
  'the %s archive holds what the browser tests load, and nothing else',
  async (browser) => {
    const tested = await filesIn(`.output/${browser}-mv3`);
    expect(differences(await filesOf(archive(browser)), tested)).toEqual([]);
  },
);

test(
  "Mozilla's linter has nothing to say about the Firefox archive",
  async () => expect(await remarksOn(archive('firefox'))).toEqual([]),
  LONG,
);

/** The path of an archive, as `npm run zip` makes it in a folder. */
function archive(name: string, folder = '.'): string {
  return join(folder, '.output', archiveName(version, name));
}
