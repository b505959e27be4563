import { exec, execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { ROOT } from '../../scripts/set-up.js';

/** Where the project's own programs are. */
const PROGRAMS = join(ROOT, 'node_modules', '.bin');

/** What a command may print, in bytes. */
const MUCH = 50_000_000;

/** The commands that README gives for making the packages, one by one, without what it says of them. */
export function stepsOf(readme: string): string[] {
  const [, section = ''] = /^## Packages$([^]*?)^## /m.exec(readme) ?? [];
  const [, block = ''] = /^```sh$([^]*?)^```$/m.exec(section) ?? [];
  const commands = block.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return commands.filter((command) => command !== '');
}

/**
 * Runs a command as somebody would in that folder, far to the east, and prints how long it took.
 * @throws with what it printed, if it fails
 */
export async function follow(command: string, folder: string): Promise<void> {
  const start = performance.now();
  await promisify(exec)(command, {
    cwd: folder,
    env: environmentFor(command),
    maxBuffer: MUCH,
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${command} in ${folder}: ${seconds} s\n`);
}

function environmentFor(command: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, PATH = '', ...kept } = process.env;
  const others = PATH.split(delimiter).filter((programs) => programs !== PROGRAMS);
  // Installing alone may go beyond this computer, as in set-up, and has no need where npm kept what set-up brought.
  const reach = command === 'npm ci' ? { npm_config_prefer_offline: 'true' } : { NODE_OPTIONS };
  return { ...kept, ...reach, PATH: others.join(delimiter), TZ: 'Pacific/Kiritimati' };
}

/** Files by their path, with forward slashes. */
type Files = ReadonlyMap<string, Buffer>;

/** The files of an archive. */
export async function filesOf(archive: string): Promise<Files> {
  const { files } = await JSZip.loadAsync(await readFile(archive));
  const read = Object.values(files).map(
    async (file) => [file.name, await file.async('nodebuffer')] as const,
  );
  return new Map(await Promise.all(read));
}

/** The files of a folder, or those of these paths in it. */
export async function filesIn(folder: string, paths?: Iterable<string>): Promise<Files> {
  const wanted = paths ?? (await pathsIn(folder));
  const read = [...wanted].map(async (path) => [path, await readFile(join(folder, path))] as const);
  return new Map(await Promise.all(read));
}

async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) =>
    relative(folder, join(parentPath, name)).replaceAll('\\', '/'),
  );
}

/** The paths of what only one of the two has, and of what differs. */
export function differences(one: Files, other: Files): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    return !here || !there || !here.equals(there);
  });
}

/** Unpacks an archive. */
export async function unpack(archive: string, folder: string): Promise<void> {
  for (const [path, bytes] of await filesOf(archive)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Everything that Mozilla's linter has to say about an archive, of whatever weight. */
export async function remarksOn(archive: string): Promise<unknown[]> {
  const options = ['lint', '--output=json', `--source-dir=${archive}`];
  const linted = promisify(execFile)('web-ext', options, { maxBuffer: MUCH });
  // It ends with an error where it has found one; what it found is what counts.
  const { stdout } = await linted.catch((error: { stdout: string }) => error);
  const { errors, notices, warnings } = JSON.parse(stdout);
  return [errors, notices, warnings].flat();
}
