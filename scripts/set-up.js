import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from './run-quietly.js';

/** The project's directory. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const STAMP = join(ROOT, 'node_modules', '.voice-cards-setup');
/** Branded google-chrome is not among them: it refuses --load-extension. */
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'chrome-for-testing',
];

/** Something a person has to do; its message says what, and why where that is known. */
export class SetUpFailure extends Error {
  /** @override */
  name = 'SetUpFailure';
}

/**
 * Installs what is missing: the packages of package-lock.json and a Chromium. But for a test of the
 * packages, which installs them once more, the one place that downloads.
 * @returns {Promise<{ chromium: string }>}
 */
export async function setUp() {
  await installPackages();
  const found = await findChromium();
  return { chromium: found ?? (await installChromium()) };
}

/** Installs the packages of package-lock.json, unless they are there; no package runs anything meanwhile (`.npmrc`). */
export async function installPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  // A new version of this project alone is no reason to install anything.
  const { '': _ours, ...others } = packages;
  const wanted = createHash('sha256').update(JSON.stringify(others)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await install('npm', ['ci'], 'The packages could not be installed.');
  await install('npx', ['wxt', 'prepare'], 'WXT could not prepare its types.');
  writeFileSync(STAMP, wanted);
}

/**
 * Finds a Chromium that loads extensions: CHROMIUM_PATH, the system's, Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const { CHROMIUM_PATH: wanted } = process.env;
  if (wanted && !isProgram(wanted))
    throw new SetUpFailure(`CHROMIUM_PATH is no program: ${wanted}`);
  return wanted || findOnPath(CHROMIUM_NAMES) || (await playwrightsOwn());
}

/**
 * Finds a Firefox that installs add-ons nobody signed for as long as it runs: FIREFOX_PATH, or the system's.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const { FIREFOX_PATH: wanted } = process.env;
  if (wanted && !isProgram(wanted)) throw new SetUpFailure(`FIREFOX_PATH is no program: ${wanted}`);
  return wanted || findOnPath(['firefox-esr', 'firefox']);
}

/**
 * Finds the first of these programs that is installed.
 * @param {string[]} names
 */
export function findOnPath(names) {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return isProgram(path) ? path : undefined;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installChromium() {
  const advice = 'No Chromium found: run `npx playwright install chromium`, or set CHROMIUM_PATH.';
  await installOnDebian(['chromium'], advice);
  const installed = await findChromium();
  if (!installed) throw new SetUpFailure(advice);
  return installed;
}

/**
 * Installs those of Debian's packages that are missing, if any are.
 * @param {() => string[]} missing by Debian's names
 * @param {(names: string) => string} advice what to say where that is not possible
 */
export async function installMissing(missing, advice) {
  const packages = missing();
  if (packages.length === 0) return;
  const say = () => advice(missing().join(', '));
  await installOnDebian(packages, say());
  if (missing().length > 0) throw new SetUpFailure(say());
}

/**
 * Installs packages of Debian's, which only its root can.
 * @param {string[]} packages
 * @param {string} advice what to say where that is not possible
 */
async function installOnDebian(packages, advice) {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) throw new SetUpFailure(advice);
  await install('apt-get', ['update'], advice);
  await install('apt-get', ['install', '-y', '--no-install-recommends', ...packages], advice);
}

/**
 * Runs a command that installs something.
 * @param {string} command
 * @param {string[]} args
 * @param {string} otherwise what to say first if it fails
 * @throws {SetUpFailure} that also says what the command printed last, and to run it again
 */
export async function install(command, args, otherwise) {
  // On Windows npm is a script, which only a shell starts.
  const shell = process.platform === 'win32';
  // npm logs at this level why it waits: for a network that is not there.
  const quiet = { DEBIAN_FRONTEND: 'noninteractive', npm_config_loglevel: 'http' };
  const env = { ...process.env, ...quiet };
  const { ok, tail } = await runQuietly(command, args, { cwd: ROOT, env, shell });
  if (ok) return;
  const name = [command, ...args].join(' ');
  throw new SetUpFailure(
    [
      otherwise,
      `\`${name}\` ${tail.length > 0 ? 'failed with:' : 'failed without a word.'}`,
      ...tail.map((line) => `  ${line}`),
      `When that is mended, run it again: ${name}`,
    ].join('\n'),
  );
}

/**
 * Prints what an expected failure says and ends the process; anything else stays an exception.
 * @param {unknown} error
 * @returns {never}
 */
export function explainAndExit(error) {
  if (!(error instanceof SetUpFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { chromium } = await setUp().catch(explainAndExit);
  process.stdout.write(`Packages: as in package-lock.json\nChromium: ${chromium}\n`);
}
