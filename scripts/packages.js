// The archives that go to the stores: what is in them, and how README has them made.
import { exec, execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { offlineEnvironment } from './run.js';
import { ROOT } from './set-up.js';

/**
 * Files by their path, with forward slashes.
 * @typedef {ReadonlyMap<string, Buffer>} Files
 */

/** What each version consists of. */
export const ARCHIVES = /** @type {const} */ (['chrome', 'firefox', 'sources']);

/** Where the project's own programs are. */
const PROGRAMS = join(ROOT, 'node_modules', '.bin');

/** What a command may print, in bytes. */
const MUCH = 50_000_000;

/**
 * What an archive is called.
 * @param {string} version
 * @param {string} name one of ARCHIVES
 */
export function archiveName(version, name) {
  return `voice-cards-${version}-${name}.zip`;
}

/**
 * The commands that README gives for making the packages, one by one, without what it says of them.
 * @param {string} readme
 */
function stepsOf(readme) {
  const [, section = ''] = /^## Packages$([^]*?)^## /m.exec(readme) ?? [];
  const [, block = ''] = /^```sh$([^]*?)^```$/m.exec(section) ?? [];
  const commands = block.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return commands.filter((command) => command !== '');
}

/**
 * Runs a command as somebody would in that folder, far to the east, and prints how long it took.
 * @param {string} command
 * @param {string} folder
 * @throws with what it printed, if it fails
 */
async function follow(command, folder) {
  const start = performance.now();
  await promisify(exec)(command, { cwd: folder, env: environmentFor(command), maxBuffer: MUCH });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${command} in ${folder}: ${seconds} s\n`);
}

/**
 * @param {string} command
 * @returns {NodeJS.ProcessEnv}
 */
function environmentFor(command) {
  // Compiled code of a folder that is there once is of no use to anybody.
  const { NODE_OPTIONS, NODE_COMPILE_CACHE: _, PATH = '', ...kept } = process.env;
  const others = PATH.split(delimiter).filter((programs) => programs !== PROGRAMS);
  // Installing alone may go beyond this computer, as in set-up, and has no need where npm kept what set-up brought.
  const reach = command === 'npm ci' ? { npm_config_prefer_offline: 'true' } : { NODE_OPTIONS };
  return { ...kept, ...reach, PATH: others.join(delimiter), TZ: 'Pacific/Kiritimati' };
}

/**
 * Unpacks a sources archive and takes its README's steps there.
 * @param {string} sources
 * @param {string} folder an empty one
 */
export async function makeAgain(sources, folder) {
  await unpack(sources, folder);
  const steps = stepsOf(await readFile(join(folder, 'README.md'), 'utf8'));
  for (const step of steps) await follow(step, folder);
}

/**
 * The files of an archive.
 * @param {string} archive
 * @returns {Promise<Files>}
 */
export async function filesOf(archive) {
  const { files } = await JSZip.loadAsync(await readFile(archive));
  const read = Object.values(files).map(async (file) => ({
    path: file.name,
    bytes: await file.async('nodebuffer'),
  }));
  return new Map((await Promise.all(read)).map(({ path, bytes }) => [path, bytes]));
}

/**
 * The files of a folder, or those of these paths in it.
 * @param {string} folder
 * @param {Iterable<string>} [paths]
 * @returns {Promise<Files>}
 */
export async function filesIn(folder, paths) {
  const wanted = [...(paths ?? (await pathsIn(folder)))];
  const read = await Promise.all(wanted.map((path) => readFile(join(folder, path))));
  return new Map(read.map((bytes, index) => [wanted[index] ?? '', bytes]));
}

/** @param {string} folder */
async function pathsIn(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) =>
    relative(folder, join(parentPath, name)).replaceAll('\\', '/'),
  );
}

/**
 * The paths of what only one of the two has, and of what differs.
 * @param {Files} one
 * @param {Files} other
 */
export function differences(one, other) {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    return !here || !there || !here.equals(there);
  });
}

/**
 * Unpacks an archive.
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  for (const [path, bytes] of await filesOf(archive)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/**
 * Everything that Mozilla's linter has to say about an archive, of whatever weight.
 * @param {string} archive
 * @returns {Promise<unknown[]>}
 */
export async function remarksOn(archive) {
  const options = ['lint', '--output=json', `--source-dir=${archive}`];
  const linted = promisify(execFile)('web-ext', options, {
    env: offlineEnvironment(),
    maxBuffer: MUCH,
  });
  // It ends with an error where it has found one; what it found is what counts.
  const { stdout } = await linted.catch((/** @type {{ stdout: string }} */ error) => error);
  const { errors, notices, warnings } = JSON.parse(stdout);
  return [errors, notices, warnings].flat();
}
