import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT, explainAndExit, setUp } from './set-up.js';

/** Where Node keeps compiled code, so that the next of many processes starts in two thirds of the time. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'node');

/** For how long the output of a command that has ended may stay open, in milliseconds. */
const LEFT_OPEN_MS = 5_000;

/**
 * The environment of the demo and the tests: the project's own Node first, no ELEVENLABS_* variable, loopback only.
 * @returns {NodeJS.ProcessEnv}
 */
export function offlineEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('ELEVENLABS_'));
  const preload = `--import=${pathToFileURL(join(ROOT, 'scripts', 'loopback-only.js')).href}`;
  const { PATH = '', NODE_OPTIONS: options = '', NODE_COMPILE_CACHE = COMPILED } = process.env;
  return {
    ...Object.fromEntries(kept),
    PATH: [join(ROOT, 'node_modules', '.bin'), PATH].join(delimiter),
    NODE_OPTIONS: options.includes(preload) ? options : `${options} ${preload}`.trim(),
    NODE_COMPILE_CACHE,
  };
}

/**
 * @typedef {object} Ways
 * @property {(text: string) => void} [hear] takes what the command prints, which else goes to our terminal
 * @property {boolean} [isModest] whether it leaves the processors to whatever else wants them
 */

/**
 * Runs a command in that environment; an attempt to leave this machine makes it fail.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more] further variables of its environment
 * @param {Ways} [ways]
 * @returns {Promise<number>} its exit code
 */
export async function run(command, args, more = {}, ways = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-run-'));
  const LOOPBACK_ATTEMPTS = join(folder, 'attempts');
  const child = start(command, args, { ...offlineEnvironment(), ...more, LOOPBACK_ATTEMPTS }, ways);
  const heard = ways.hear && listen(child, ways.hear);
  const code = await exitOf(child);
  await heard?.();
  const attempts = existsSync(LOOPBACK_ATTEMPTS) ? readFileSync(LOOPBACK_ATTEMPTS, 'utf8') : '';
  rmSync(folder, { recursive: true });
  if (attempts === '') return code;
  const hosts = [...new Set(attempts.trim().split('\n'))].join(', ');
  const say = ways.hear ?? ((/** @type {string} */ text) => process.stderr.write(text));
  say(`Failed: something tried to leave this machine: ${hosts}.\n`);
  return 1;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {Ways} ways
 */
function start(command, args, env, { hear, isModest = false }) {
  const shell = process.platform === 'win32';
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = hear ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { cwd: ROOT, env, shell, stdio });
  if (isModest && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}

/**
 * Hears all that a command prints. The function that it returns resolves when nothing more can come, or when a
 * process that the command left behind keeps its output open.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(text: string) => void} hear
 */
function listen(child, hear) {
  child.stdout?.setEncoding('utf8').on('data', hear);
  child.stderr?.setEncoding('utf8').on('data', hear);
  const closed = once(child, 'close').catch(() => undefined);
  return () => Promise.race([closed, wait(LEFT_OPEN_MS, undefined, { ref: false })]);
}

/**
 * The exit code of a command: 1 where a signal ended it.
 * @param {import('node:child_process').ChildProcess} child
 * @throws where it cannot be started
 */
async function exitOf(child) {
  // The child gets the terminal's Ctrl+C as well and ends in its own way.
  const ignore = () => undefined;
  const stop = () => child.kill();
  process.on('SIGINT', ignore).on('SIGTERM', stop);
  try {
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', stop);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  await setUp().catch(explainAndExit);
  process.exitCode = await run(command ?? 'node', args);
}
