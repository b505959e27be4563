import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARCHIVES, archiveName, makeAgain, remarksOn } from '../packages.js';
import { run } from '../run.js';
import { ROOT, SetUpFailure } from '../set-up.js';
import { checkSignatures } from './signatures.js';
import { storePackage } from './store-package.js';

/**
 * What a release does between the bump and the end: each step throws, or says what came of it.
 * @typedef {{ name: string, take: (version: string) => Promise<string> | string }} Step
 */

/** @type {Step} */
const TESTS = {
  name: 'Tests',
  take: async () => {
    await succeed('node', ['scripts/test.js']);
    return 'All have passed.';
  },
};

/**
 * The steps of a release, in their order.
 * @param {{ withTests: boolean }} options
 * @returns {Step[]}
 */
export function releaseSteps({ withTests }) {
  return [
    ...(withTests ? [TESTS] : []),
    { name: 'Signatures of packages', take: checkSignatures },
    { name: 'Packages', take: build },
    { name: "Mozilla's linter", take: lint },
    { name: 'The same again, from the sources in another folder', take: compare },
  ];
}

async function build() {
  await succeed('wxt', ['zip']);
  await succeed('wxt', ['zip', '-b', 'firefox']);
  return 'Built.';
}

/** @param {string} version */
async function lint(version) {
  const remarks = await remarksOn(archive(ROOT, version, 'firefox'));
  if (remarks.length > 0)
    throw new SetUpFailure(`Mozilla's linter has remarks: ${JSON.stringify(remarks, null, 2)}`);
  return 'No remarks.';
}

/** @param {string} version */
async function compare(version) {
  const folder = await mkdtemp(join(tmpdir(), 'voice-cards-release-'));
  const made = makeAgain(archive(ROOT, version, 'sources'), folder);
  const differing = made.then(() => differingArchives(version, folder));
  const names = await differing.finally(() => rm(folder, { recursive: true, force: true }));
  if (names.length > 0)
    throw new SetUpFailure(`Made again, these have other bytes: ${names.join(', ')}.`);
  return 'Byte by byte.';
}

/**
 * The archives of a version that are not the same in another folder.
 * @param {string} version
 * @param {string} folder
 * @param {string} [root] where they were made first
 */
export async function differingArchives(version, folder, root = ROOT) {
  const pairs = ARCHIVES.map(async (name) => {
    const paths = [archive(root, version, name), archive(folder, version, name)];
    const [one, other] = await Promise.all(paths.map((path) => readFile(path)));
    return other && one?.equals(other) ? [] : [archiveName(version, name)];
  });
  return (await Promise.all(pairs)).flat();
}

/**
 * What is handed out of a version, by name: the archives, and Chrome's as its store takes it.
 * @param {string} version
 * @param {string} [root]
 * @returns {Promise<Record<string, Buffer>>}
 */
export async function releaseFiles(version, root = ROOT) {
  const named = ARCHIVES.map(async (name) => ({
    name: archiveName(version, name),
    bytes: await readFile(archive(root, version, name)),
  }));
  const files = Object.fromEntries(
    (await Promise.all(named)).map(({ name, bytes }) => [name, bytes]),
  );
  const chrome = files[archiveName(version, 'chrome')] ?? Buffer.alloc(0);
  return { ...files, [archiveName(version, 'chrome-web-store')]: await storePackage(chrome) };
}

/**
 * @param {string} root
 * @param {string} version
 * @param {string} name
 */
function archive(root, version, name) {
  return join(root, '.output', archiveName(version, name));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function succeed(command, args) {
  const code = await run(command, args);
  if (code !== 0) throw new SetUpFailure(`\`${[command, ...args].join(' ')}\` failed.`);
}
