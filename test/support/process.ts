import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

const SERVER = fileURLToPath(new URL('../../server/', import.meta.url));

/** A folder for data, until the test is over. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A program of the server's as a process of its own, with this environment and no other; it never says its key. */
export function startProgram(
  name: string,
  words: readonly string[],
  env: Record<string, string>,
  cwd?: string,
): { process: ChildProcess; said: { out: string; err: string } } {
  const PATH = process.execPath.replace(/[^/\\]+$/, '');
  const { NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn('node', [join(SERVER, name), ...words], {
    env: { PATH, NODE_COMPILE_CACHE, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  onTestFinished(() => {
    child.kill('SIGKILL');
    const { ELEVENLABS_API_KEY: key } = env;
    if (key !== undefined) expect(said.out + said.err).not.toContain(key);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return { process: child, said };
}

/** Runs `npm run token -- …`; gives what it printed. Throws what it complained about. */
export async function runToken(env: Record<string, string>, ...words: string[]): Promise<string> {
  const { process: child, said } = startProgram('token.ts', words, env);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said.err);
  return said.out.trim();
}

/** Starts a backend; resolves when it listens, and rejects with its complaints when it does not. */
export async function startServer(env: Record<string, string>) {
  const { process: child, said } = startProgram('main.ts', [], { PORT: '0', ...env });
  const ended = once(child, 'close');
  const port = await Promise.race([portOf(child, said), ended.then(() => null)]);
  if (port === null) throw new Error(said.err || said.out);
  return {
    url: `http://127.0.0.1:${port}`,
    said,
    /** Ends it by a signal; resolves with its exit code, null where the signal was the end. */
    async end(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      const [code]: unknown[] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}

/** The port on which it listens, once it does. */
async function portOf(child: ChildProcess, said: { readonly out: string }): Promise<string> {
  for (;;) {
    const [, port] = /listening at https?:\/\/[^"]*?:(\d+)"/.exec(said.out) ?? [];
    if (port !== undefined) return port;
    if (child.stdout) await once(child.stdout, 'data');
  }
}
