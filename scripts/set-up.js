import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Something a person has to do; its message is the one line that says what. */
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
  installPackages();
  const found = await findChromium();
  return { chromium: found ?? (await installChromium()) };
}

/** Installs the packages of package-lock.json, unless they are there; no package runs anything meanwhile (`.npmrc`). */
export function installPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  // A new version of this project alone is no reason to install anything.
  const { '': _ours, ...others } = packages;
  const wanted = createHash('sha256').update(JSON.stringify(others)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  install('npm', ['ci'], 'Installing the packages failed: run `npm ci` and see why.');
  install('npx', ['wxt', 'prepare'], 'WXT could not prepare its types: run `npx wxt prepare`.');
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
  installOnDebian(['chromium'], advice);
  const installed = await findChromium();
  if (!installed) throw new SetUpFailure(advice);
  return installed;
}

/**
 * Installs those of Debian's packages that are missing, if any are.
 * @param {() => string[]} missing by Debian's names
 * @param {(names: string) => string} advice what to say where that is not possible
 */
export function installMissing(missing, advice) {
  const packages = missing();
  if (packages.length === 0) return;
  const say = () => advice(missing().join(', '));
  installOnDebian(packages, say());
  if (missing().length > 0) throw new SetUpFailure(say());
}

/**
 * Installs packages of Debian's, which only its root can.
 * @param {string[]} packages
 * @param {string} advice what to say where that is not possible
 */
function installOnDebian(packages, advice) {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) throw new SetUpFailure(advice);
  install('apt-get', ['update'], advice);
  install('apt-get', ['install', '-y', '--no-install-recommends', ...packages], advice);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} otherwise what to say if it fails
 */
function install(command, args, otherwise) {
  // On Windows npm is a script, which only a shell starts.
  const shell = process.platform === 'win32';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { cwd: ROOT, env, shell, stdio: 'inherit' });
  if (status !== 0) throw new SetUpFailure(otherwise);
}

/**
 * Prints an expected failure as its one line and ends the process; anything else stays an exception.
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
