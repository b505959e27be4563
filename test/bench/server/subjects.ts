import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { offlineEnvironment } from '../../../scripts/run.js';
import { findFlask } from '../../../scripts/set-up-tests.js';
import { freePort } from '../../support/ports.ts';

/** Somebody who is asked for signed URLs. */
export interface Subject {
  readonly name: string;
  readonly processes: readonly { readonly pid: number; readonly url: string }[];
  /** What has to be shown. */
  readonly headers: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** The path that all of them are asked for. */
export const PATH = '/api/voice-sdk/signed-url/agent_1';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GUIDE = join(ROOT, 'test/support/guide');
const KEY = 'key_of_the_bench';
/** Limits that are looked at each time, and never reached. */
const LIMITS = ['per-minute', 'per-day', 'concurrent', 'minutes-per-day', 'minutes-per-month'];
const PLENTY = '90000000';
/** As `npm start` does. */
const SERVER = ['node', '--max-old-space-size=128', '--max-semi-space-size=16', 'server/main.ts'];

/** ElevenLabs, which takes so many milliseconds to sign; and the fastest there could be, where nobody else is asked. */
export async function constant(delayMs = 0): Promise<Subject> {
  const script = fileURLToPath(new URL('upstream.ts', import.meta.url));
  return subject('node:http constant', ['node', script, String(delayMs)], {});
}

/** The guide's own backend, as a company would run it. */
export async function flask(upstream: string): Promise<Subject> {
  const python = findFlask();
  if (!python) throw new Error('There is no Python with Flask, requests and gunicorn.');
  const bind = `127.0.0.1:${await freePort()}`;
  const options = ['--workers', '2', '--threads', '16', '--bind', bind, '--chdir', GUIDE];
  const env = { ELEVENLABS_STAND_IN: upstream, ELEVENLABS_API_KEY: KEY };
  return subject('Flask', [python, '-m', 'gunicorn', ...options, 'app:app'], env);
}

/** Our backend: one process with its state in a folder, or several that share a Redis. */
export async function ours(upstream: string, redisUrl?: string, count = 1): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-bench-data-'));
  const env = {
    ...(redisUrl === undefined ? { DATA_DIR: folder } : { REDIS_URL: redisUrl }),
    PORT: '0',
    LOG_LEVEL: 'info',
    ELEVENLABS_API_KEY: KEY,
    ELEVENLABS_AGENTS: 'agent_1=Anna',
    ELEVENLABS_API_BASE: upstream,
    REQUESTS_PER_MINUTE: PLENTY,
    MINTS_PER_DAY: PLENTY,
  };
  const authorization = `Bearer ${await makeToken(env)}`;
  const name = redisUrl === undefined ? 'ours, SQLite' : `ours, ${count} sharing Redis`;
  const parts = Array.from({ length: count }, () => subject(name, SERVER, env));
  const all = await Promise.all(parts);
  return {
    name,
    processes: all.flatMap(({ processes }) => processes),
    headers: { authorization },
    async stop() {
      await Promise.all(all.map(({ stop }) => stop()));
      rmSync(folder, { recursive: true });
    },
  };
}

async function makeToken(env: Record<string, string>): Promise<string> {
  const limits = LIMITS.flatMap((limit) => [`--${limit}`, PLENTY]);
  const child = spawn('node', ['server/token.ts', 'create', '--name', 'Bench', ...limits], {
    cwd: ROOT,
    env: { ...offlineEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return said.trim();
}

/** A process that writes its log to a file, and says in it where it listens. */
async function subject(
  name: string,
  [command = '', ...words]: readonly string[],
  env: Record<string, string>,
): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-bench-'));
  const log = join(folder, 'log');
  const out = openSync(log, 'w');
  const child = spawn(command, words, {
    cwd: ROOT,
    env: { ...offlineEnvironment(), ...env },
    stdio: ['ignore', out, out],
  });
  const url = await listeningAt(child, log);
  return {
    name,
    processes: [{ pid: child.pid ?? 0, url }],
    headers: {},
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function listeningAt(child: ChildProcess, log: string): Promise<string> {
  while (child.exitCode === null) {
    const [, url] = /listening at:? (http:[^"\s]+)/i.exec(readFileSync(log, 'utf8')) ?? [];
    if (url !== undefined && (await isAnswering(url))) return url;
    await delay(100);
  }
  throw new Error(`It stopped at once: ${readFileSync(log, 'utf8')}`);
}

/** A server may say that it listens before those who work for it are there. */
async function isAnswering(url: string): Promise<boolean> {
  return fetch(url + PATH).then(
    () => true,
    () => false,
  );
}
