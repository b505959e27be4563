import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REDIS } from '../../scripts/set-up-tests.js';
import { findOnPath } from '../../scripts/set-up.js';
import { freePort } from './ports.ts';

/** A Redis (or Valkey) of a test's own, with a data folder of its own. */
export type RedisServer = Awaited<ReturnType<typeof startRedis>>;

/** Starts one; on the same port and folder again after it was stopped. */
export async function startRedis() {
  const program = findOnPath(REDIS);
  if (!program) throw new Error('There is no redis-server: install it (Debian: redis-server).');
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-redis-'));
  const port = await freePort();
  let server = await launch(program, port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    /** Answers no more, and keeps its connections. */
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    async crash() {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    async restart() {
      server = await launch(program, port, folder);
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true });
    },
  };
}

async function launch(program: string, port: number, folder: string): Promise<ChildProcess> {
  const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes'];
  const server = spawn(program, ['--port', String(port), '--dir', folder, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(server, 'exit').then(() => true);
  while (!said.includes('Ready to accept connections')) {
    const isOver = await Promise.race([once(server.stdout, 'data').then(() => false), ended]);
    if (isOver) throw new Error(`redis-server stopped at once: ${said}`);
  }
  return server;
}
