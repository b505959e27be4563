import { describe, expect, it } from 'vitest';
import { backend, configured, HOST } from '../support/backend.ts';

const headers = { host: HOST };
const WITH_KEY = configured({
  ELEVENLABS_API_KEY: 'key_of_tests',
  ELEVENLABS_AGENTS: 'a=Anna,b=Bert',
});

describe('agents', () => {
  it('are the catalogue', async () => {
    const response = await backend(WITH_KEY).inject({ url: '/api/voice-sdk/agents', headers });
    expect(response.json()).toEqual([
      { id: 'a', name: 'Anna' },
      { id: 'b', name: 'Bert' },
    ]);
  });

  it('are one echo agent, described, when nothing is configured', async () => {
    const response = await backend().inject({ url: '/api/voice-sdk/agents', headers });
    expect(response.json()).toEqual([
      { id: 'echo', name: 'Echo agent', description: expect.stringContaining('back') },
    ]);
  });
});

describe('token', () => {
  it('is null, as in the guide', async () => {
    const response = await backend().inject({ url: '/api/voice-sdk/token', headers });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ token: null });
  });
});

describe('health', () => {
  it('tells that the echo agent answers', async () => {
    const response = await backend().inject({ url: '/healthz', headers });
    expect(response.json()).toEqual({ status: 'ok', mode: 'echo' });
  });

  it('tells that ElevenLabs answers', async () => {
    const response = await backend(WITH_KEY).inject({ url: '/healthz', headers });
    expect(response.json()).toEqual({ status: 'ok', mode: 'elevenlabs' });
  });
});

describe('errors', () => {
  it.each([
    ['GET', '/nothing', 404, 'not_found'],
    ['POST', '/api/voice-sdk/agents', 404, 'not_found'],
    ['HEAD', '/api/voice-sdk/signed-url/echo', 404, undefined],
    ['GET', '/%zz', 400, 'bad_request'],
    ['GET', `/api/voice-sdk/signed-url/${'a'.repeat(3000)}`, 414, 'bad_request'],
  ] as const)('have one shape: %s %s', async (method, url, status, code) => {
    const response = await backend().inject({ method, url, headers });
    expect(response.statusCode).toBe(status);
    if (code) expect(response.json()).toEqual({ error: expect.any(String), code });
  });

  it('of our own tell nothing, and are logged', async () => {
    const lines: string[] = [];
    const log = { write: (line: string) => void lines.push(line) };
    const app = backend(configured({ LOG_LEVEL: 'error' }), { log });
    app.get('/boom', () => {
      throw new Error('the secret reason');
    });
    const response = await app.inject({ url: '/boom', headers });
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ error: 'Internal server error', code: 'internal' });
    expect(lines.join()).toContain('the secret reason');
  });
});

describe('without a key', () => {
  it('only an endpoint with the right key of its own mints', async () => {
    const url = '/v1/convai/conversation/get-signed-url?agent_id=echo';
    const right = { ...headers, 'xi-api-key': 'the key' };
    const app = backend(configured(), { random: () => 'the key' });
    expect((await app.inject({ url, headers: right })).statusCode).toBe(200);
    expect((await app.inject({ url, headers })).statusCode).toBe(401);
    const wrong = await app.inject({ url, headers: { ...headers, 'xi-api-key': 'the kex' } });
    expect(wrong.json()).toMatchObject({ detail: { code: 'invalid_api_key' } });
  });

  it('an agent that does not exist is not found, in the words of ElevenLabs', async () => {
    const url = '/v1/convai/conversation/get-signed-url?agent_id=nobody';
    const app = backend(configured(), { random: () => 'the key' });
    const response = await app.inject({ url, headers: { ...headers, 'xi-api-key': 'the key' } });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ detail: { code: 'agent_not_found' } });
  });
});

describe('with a key', () => {
  it('there is no echo agent', async () => {
    const app = backend(WITH_KEY);
    const url = '/v1/convai/conversation/get-signed-url?agent_id=a';
    const response = await app.inject({
      url,
      headers: { ...headers, 'xi-api-key': 'key_of_tests' },
    });
    expect(response.statusCode).toBe(404);
  });
});
