import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT, explainAndExit, setUp } from './set-up.js';

/** Where Node keeps compiled code, so that the next of many processes starts in two thirds of the time. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'node');

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
 * Runs a command in that environment with our terminal; an attempt to leave this machine makes it fail.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [more] further variables of its environment
 * @returns {Promise<number>} its exit code
 */
export async function run(command, args, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-run-'));
  const LOOPBACK_ATTEMPTS = join(folder, 'attempts');
  const env = { ...offlineEnvironment(), ...more, LOOPBACK_ATTEMPTS };
  const shell = process.platform === 'win32';
  const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: 'inherit' });
  // The child gets the terminal's Ctrl+C as well and ends in its own way.
  const wait = () => undefined;
  const stop = () => child.kill();
  process.on('SIGINT', wait).on('SIGTERM', stop);
  const [code] = await once(child, 'exit');
  process.off('SIGINT', wait).off('SIGTERM', stop);
  const attempts = existsSync(LOOPBACK_ATTEMPTS) ? readFileSync(LOOPBACK_ATTEMPTS, 'utf8') : '';
  rmSync(folder, { recursive: true });
  if (attempts === '') return code ?? 1;
  const hosts = [...new Set(attempts.trim().split('\n'))].join(', ');
  process.stderr.write(`Failed: something tried to leave this machine: ${hosts}.\n`);
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  await setUp().catch(explainAndExit);
  process.exitCode = await run(command ?? 'node', args);
}
