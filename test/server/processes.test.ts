import { Agent, type Dispatcher } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readStateConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open.ts';
import { handleTokens } from '../../server/tokens/command.ts';
import { CANARY } from '../support/company.ts';
import { dataFolder, runToken, startServer } from '../support/process.ts';
import { startRedis } from '../support/redis.ts';
import { signs, upstream } from '../support/upstream.ts';

const NO_LIMITS = ['--per-minute', 'any', '--per-day', 'any', '--concurrent', 'any'];

/** What it takes to start a company's backend: its environment, with its state in a folder or in Redis. */
async function environment(state: Record<string, string>, more: Record<string, string> = {}) {
  const { origin, asked } = await upstream((response) => void setTimeout(signs, 20, response));
  const env = {
    ELEVENLABS_API_KEY: CANARY,
    ELEVENLABS_AGENTS: 'a=Anna',
    ELEVENLABS_API_BASE: origin,
    REQUESTS_PER_MINUTE: '100000',
    ...state,
    ...more,
  };
  return { env, asked };
}

/** Makes a token without limits, but for those of these words, as `npm run token` does; gives its secret. */
async function makeToken(state: Record<string, string>, ...words: string[]): Promise<string> {
  const reading = readStateConfig(state);
  if (!reading.ok) throw new Error(reading.mistakes.join());
  const store = await openStore(reading.config, () => undefined);
  const command = ['create', '--name', 'Ann', ...NO_LIMITS, ...words];
  const { text } = await handleTokens(store, command, Date.now()).finally(() => store.close());
  return text;
}

function pool(): Agent {
  const agent = new Agent({ connections: 10, pipelining: 1 });
  onTestFinished(() => agent.destroy());
  return agent;
}

async function mint(agent: Agent, url: string, secret: string): Promise<Dispatcher.ResponseData> {
  const headers = { authorization: `Bearer ${secret}` };
  const path = '/api/voice-sdk/signed-url/a';
  return agent.request({ origin: url, path, method: 'GET', headers });
}

async function statusOf(answer: Dispatcher.ResponseData): Promise<number> {
  await answer.body.dump();
  return answer.statusCode;
}

/** How many of each status many mints at once have, by turns at these backends. */
async function statuses(count: number, urls: readonly string[], secret: string) {
  const agent = pool();
  const ask = async (_: unknown, i: number) =>
    statusOf(await mint(agent, urls[i % urls.length] ?? '', secret));
  const all = await Promise.all(Array.from({ length: count }, ask));
  return Object.groupBy(all, String);
}

describe('a backend that others reach', () => {
  const PUBLIC = { PUBLIC_HOSTS: 'voice.example.com', TRUSTED_PROXIES: '127.0.0.1' };

  it('does not start without a token', async () => {
    const state = { DATA_DIR: dataFolder() };
    const { env } = await environment(state, PUBLIC);
    await expect(startServer(env)).rejects.toThrow('There is no access token');
    await runToken(state, 'create', '--name', 'Ann');
    await expect(startServer(env)).resolves.toBeDefined();
  });
});

describe('what was used', () => {
  it('is not forgotten by a kill between two requests, or by an end', async () => {
    const state = { DATA_DIR: dataFolder() };
    const { env } = await environment(state);
    const secret = await makeToken(state, '--per-day', '8');
    const first = await startServer(env);
    expect(await statuses(5, [first.url], secret)).toMatchObject({ 200: { length: 5 } });
    expect(await first.end('SIGKILL')).toBeNull();
    const second = await startServer(env);
    expect(await statuses(2, [second.url], secret)).toMatchObject({ 200: { length: 2 } });
    expect(await second.end('SIGTERM')).toBe(0);
    const third = await startServer(env);
    const answers = await statuses(10, [third.url], secret);
    expect(answers).toMatchObject({ 200: { length: 1 }, 429: { length: 9 } });
  });

  it('is one budget for two processes that share a Redis, to the last conversation', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const state = { REDIS_URL: redis.url };
    const { env, asked } = await environment(state);
    const secret = await makeToken(state, '--per-day', '100');
    const [one, other] = [await startServer(env), await startServer(env)];
    const answers = await statuses(1000, [one.url, other.url], secret);
    expect(answers).toMatchObject({ 200: { length: 100 }, 429: { length: 900 } });
    expect(asked).toHaveLength(100);
  });
});

describe('an end', () => {
  it('under load loses no answer', async () => {
    const state = { DATA_DIR: dataFolder() };
    const { env } = await environment(state);
    const secret = await makeToken(state);
    const { url, end } = await startServer(env);
    const answers: number[] = [];
    const caller = async (): Promise<void> => {
      const agent = new Agent({ connections: 1, pipelining: 1 });
      for (let isTold = false; !isTold;) {
        const answer = await mint(agent, url, secret);
        // Whoever is told to hang up asks elsewhere.
        isTold = answer.headers['connection'] === 'close';
        answers.push(await statusOf(answer));
      }
      await agent.close();
    };
    const callers = Array.from({ length: 30 }, caller);
    await expect.poll(() => answers.length).toBeGreaterThan(100);
    const [code] = await Promise.all([end('SIGTERM'), ...callers]);
    expect(code).toBe(0);
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});

describe('a Redis that is gone', () => {
  it.each([
    ['answers no more', 'pause', 'resume'],
    ['has crashed', 'crash', 'restart'],
  ] as const)('(it %s) has nobody begin, at once, until it is back', async (_how, go, comeBack) => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const state = { REDIS_URL: redis.url };
    const { env, asked } = await environment(state);
    const secret = await makeToken(state);
    const { url } = await startServer(env);
    const agent = pool();
    expect(await statusOf(await mint(agent, url, secret))).toBe(200);
    await redis[go]();
    const start = performance.now();
    const refused = await mint(agent, url, secret);
    const body = await refused.body.json();
    // Sooner than the connection itself is given up, which takes three seconds.
    expect(performance.now() - start).toBeLessThan(2_500);
    expect(refused.statusCode).toBe(503);
    expect(body).toMatchObject({ code: 'store_unavailable' });
    const health = await agent.request({ origin: url, path: '/healthz', method: 'GET' });
    expect(await statusOf(health)).toBe(200);
    const ready = await agent.request({ origin: url, path: '/readyz', method: 'GET' });
    expect(await statusOf(ready)).toBe(503);
    expect(asked).toHaveLength(1);
    await redis[comeBack]();
    const again = async () => statusOf(await mint(agent, url, secret));
    await expect.poll(again).toBe(200);
  });
});
