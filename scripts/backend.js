import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { offlineEnvironment } from './run.js';
import { ROOT } from './set-up.js';

/** @typedef {{ msg?: string, reqId?: string, req?: { url?: string }, res?: { statusCode?: number } }} LogLine */

const LISTENING = 'Server listening at ';
const SIGNED_URL_PATH = '/api/voice-sdk/signed-url/';

/**
 * Starts the companion backend on a free port, as a process of its own; without settings, with its echo agent.
 * @param {Record<string, string>} [settings] environment variables
 * @returns {Promise<{ url: string, untilSignedUrl: () => Promise<number>, stop: () => Promise<void> }>}
 */
export async function startBackend(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'voice-cards-data-'));
  const env = {
    ...offlineEnvironment(),
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    EXTENSION_ORIGINS: '',
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
    ...settings,
  };
  const child = spawn('node', ['server/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = readLog(child);
  const listening = log.line(({ msg }) => msg?.startsWith(LISTENING) ?? false);
  const ended = once(child, 'exit').then(() => undefined);
  const line = await Promise.race([listening, ended]);
  if (!line) throw new Error(`it stopped at once: ${log.lastError() || 'it did not say why'}`);
  const url = (line.msg ?? '').slice(LISTENING.length);
  const health = await fetch(`${url}/healthz`);
  if (!health.ok) throw new Error(`/healthz answered ${health.status}`);
  return {
    url,
    /** Resolves with the status of the first signed URL that somebody asked for. */
    async untilSignedUrl() {
      const asked = await log.line(({ req }) => req?.url?.startsWith(SIGNED_URL_PATH) ?? false);
      const answered = await log.line(
        ({ reqId, res }) => reqId === asked.reqId && res !== undefined,
      );
      return answered.res?.statusCode ?? 0;
    },
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child */
function readLog(child) {
  /** @type {LogLine[]} */
  const lines = [];
  let errors = '';
  const added = new EventEmitter();
  createInterface(child.stdout).on('line', (text) => {
    if (!text.startsWith('{')) return;
    lines.push(JSON.parse(text));
    added.emit('line');
  });
  child.stderr.on('data', (text) => (errors += text));
  return {
    /** @param {(line: LogLine) => boolean} fits */
    async line(fits) {
      for (;;) {
        const found = lines.find(fits);
        if (found) return found;
        await once(added, 'line');
      }
    },
    lastError: () => errors.trim(),
  };
}
