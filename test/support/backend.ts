import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { build } from '../../server/app.ts';
import { type Clock, realClock } from '../../server/clock.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/deps.ts';
import { compareWithDocument } from './documented.ts';
import { portOf } from './upstream.ts';

/** The Host header of a request that is injected. */
export const HOST = '127.0.0.1:8787';

/** The one extension that test backends allow. */
export const EXTENSION = `chrome-extension://${'abcdefgh'.repeat(4)}`;

/** A configuration as it is read from these variables. */
export function configured(env: Record<string, string> = {}): Config {
  const reading = readConfig({ LOG_LEVEL: 'silent', EXTENSION_ORIGINS: EXTENSION, ...env });
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'));
  return reading.config;
}

/** A backend to inject requests into, until the test is over; its answers are as documented, without its key. */
export function backend(config = configured(), deps: Partial<Deps> = {}): FastifyInstance {
  const { app, end } = made(config, deps);
  onTestFinished(end);
  return app;
}

/** One backend for all tests of a block, which ask it for what leaves nothing behind; it listens on loopback. */
export function sharedBackend(): { inject: FastifyInstance['inject']; port: () => number } {
  const { app, end } = made(configured(), {});
  beforeAll(async () => void (await app.listen({ host: '127.0.0.1', port: 0 })));
  afterAll(end);
  return { inject: app.inject.bind(app), port: () => portOf(app.server.address()) };
}

function made(config: Config, deps: Partial<Deps>) {
  const { app } = build(config, deps);
  const undocumented = compareWithDocument(app);
  const said = listen(app);
  const end = async (): Promise<void> => {
    await app.close();
    expect(undocumented).toEqual([]);
    if (config.apiKey !== null) expect(said.join('')).not.toContain(config.apiKey);
  };
  return { app, end };
}

/** Notes everything that a backend answers. */
function listen(app: FastifyInstance): readonly string[] {
  const said: string[] = [];
  app.addHook('onSend', (_request, reply, payload, done) => {
    said.push(JSON.stringify(reply.getHeaders()), String(payload));
    done();
  });
  return said;
}

/** A backend that listens, until the test is over. */
export async function listening(
  config = configured(),
  deps: Partial<Deps> = {},
): Promise<{ app: FastifyInstance; host: string; port: number }> {
  const app = backend(config, deps);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const port = portOf(app.server.address());
  return { app, host: `127.0.0.1:${port}`, port };
}

/** A clock that runs this many times faster. */
export function hurried(factor: number): Clock {
  return {
    now: () => realClock.now() * factor,
    wait: (ms, signal) => realClock.wait(ms / factor, signal),
  };
}
