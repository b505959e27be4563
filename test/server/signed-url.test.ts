import type { ServerResponse } from 'node:http';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deps } from '../../server/deps.ts';
import { backend, configured, HOST } from '../support/backend.ts';
import { anyCharacter } from '../support/fuzz/any-character.ts';
import { runs } from '../support/fuzz/plan.ts';
import { signs, upstream } from '../support/upstream.ts';

const CANARY = 'sk_canary_5f1c';
const ENV = { ELEVENLABS_API_KEY: CANARY, ELEVENLABS_AGENTS: 'agent_1=Anna,agent-2=Bert' };
const COMMUNICATION = 'Error communicating with ElevenLabs API';
const BAD_ANSWER = {
  error: 'Failed to generate signed URL from API response',
  code: 'upstream_bad_answer',
};

const LONG = JSON.stringify({ signed_url: 'wss://api.elevenlabs.io/', more: 'a'.repeat(5e4) });

/** Asks a backend with this upstream for a signed URL. */
async function ask(origin: string, agentId = 'agent_1', deps: Partial<Deps> = {}) {
  const lines: string[] = [];
  const log = { write: (line: string) => void lines.push(line) };
  const config = configured({ ...ENV, ELEVENLABS_API_BASE: origin, LOG_LEVEL: 'trace' });
  const url = `/api/voice-sdk/signed-url/${agentId}`;
  const response = await backend(config, { log, ...deps }).inject({ url, headers: { host: HOST } });
  const told = `${response.body}${JSON.stringify(response.headers)}${lines.join('')}`;
  expect(told).not.toContain(CANARY);
  expect(told).not.toContain('UPSTREAM-BODY');
  expect(response.headers['cache-control']).toBe('no-store');
  return response;
}

/** An upstream that echoes the key it was shown, as a careless one might. */
function status(code: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(code, headers);
    response.end(`{"detail":{"message":"UPSTREAM-BODY ${CANARY}"}}`);
  };
}

describe('signed URL', () => {
  it('is what ElevenLabs gives for the agent and the key', async () => {
    const { origin, asked } = await upstream(signs);
    const response = await ask(origin);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      signed_url: 'wss://api.elevenlabs.io/v1/convai/conversation?x=1',
    });
    expect(asked).toEqual([
      {
        url: '/v1/convai/conversation/get-signed-url?agent_id=agent_1&include_conversation_id=true',
        headers: {
          'xi-api-key': CANARY,
          host: origin.replace('http://', ''),
          connection: 'keep-alive',
        },
      },
    ]);
  });

  it('is asked for over kept connections', async () => {
    const ports = new Set<number | undefined>();
    const { origin } = await upstream((response, request) => {
      ports.add(request.socket.remotePort);
      signs(response);
    });
    const app = backend(configured({ ...ENV, ELEVENLABS_API_BASE: origin }));
    const request = { url: '/api/voice-sdk/signed-url/agent-2', headers: { host: HOST } };
    for (let i = 0; i < 8; i++) expect((await app.inject(request)).statusCode).toBe(200);
    // A request may begin just before the previous one's connection is free again.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('is asked for exactly the id in the path, or refused', { tags: 'property' }, async () => {
    const { origin, asked } = await upstream(signs);
    const app = backend(configured({ ...ENV, ELEVENLABS_API_BASE: origin }));
    const nasty = fc.oneof(
      fc.string({ unit: anyCharacter, minLength: 1 }),
      fc.constantFrom('agent_1', 'agent_1&agent_id=x', 'agent_1?', 'agent_1#', 'agent_1\r\nX: y'),
      fc.constantFrom('agent_1\0', 'AGENT_1', ' agent_1', '..', 'agent_1/..', '__proto__'),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (id) => {
        const before = asked.length;
        const url = `/api/voice-sdk/signed-url/${encodeURIComponent(id)}`;
        const { statusCode } = await app.inject({ url, headers: { host: HOST } });
        const queries = asked.slice(before).map((each) => new URL(each.url, origin).searchParams);
        if (['agent_1', 'agent-2'].includes(id)) {
          expect(queries.map((query) => query.getAll('agent_id'))).toEqual([[id]]);
        } else {
          // A dot segment is resolved before any server sees it.
          expect([400, 404]).toContain(statusCode);
          expect(queries).toEqual([]);
        }
      }),
      // Each is a request, of 8 ms.
      { numRuns: runs(0.25) },
    );
  });

  it.each([
    ['that nobody listed', 'nobody'],
    ['with a space', 'agent_1%20'],
    ['with a zero byte', '%00'],
    ['with a line break', '%0d%0aX'],
    ['with a slash', 'a%2Fb'],
    ['of 65 letters', 'a'.repeat(65)],
    ['of 1000 letters', 'a'.repeat(1000)],
  ])('is refused for an id %s', async (_case, id) => {
    const { origin, asked } = await upstream(signs);
    const response = await ask(origin, id);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: 'Invalid agent ID', code: 'agent_invalid' });
    expect(asked).toEqual([]);
  });
});

describe('an upstream that refuses', () => {
  it.each([
    [401, 'ElevenLabs API key is invalid or unauthorized.', 'upstream_auth'],
    [402, COMMUNICATION, 'upstream_quota'],
    [403, COMMUNICATION, 'upstream_error'],
    [404, 'Agent ID agent_1 not found or invalid at ElevenLabs.', 'upstream_agent_not_found'],
    [422, COMMUNICATION, 'upstream_error'],
    [429, COMMUNICATION, 'upstream_rate_limited'],
    [500, COMMUNICATION, 'upstream_error'],
    [503, COMMUNICATION, 'upstream_error'],
  ])('with %i is passed on in our own words', async (code, error, word) => {
    const { origin } = await upstream(status(code));
    const response = await ask(origin);
    expect(response.statusCode).toBe(code);
    expect(response.json()).toEqual({ error, code: word });
  });

  it.each([
    ['7', '7'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
  ])('may say when to try again: %s', async (said, passedOn) => {
    const { origin } = await upstream(status(429, { 'retry-after': said }));
    expect((await ask(origin)).headers['retry-after']).toBe(passedOn);
  });
});

describe('an upstream that answers nonsense', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['a web page', (response) => response.end('<html>UPSTREAM-BODY</html>')],
    ['nothing', (response) => response.end()],
    ['no URL', (response) => response.end('{"error":"UPSTREAM-BODY"}')],
    ['an empty URL', (response) => response.end('{"signed_url":""}')],
    ['a URL that is none', (response) => response.end('{"signed_url":"javascript:0"}')],
    ['a URL that is a number', (response) => response.end('{"signed_url":1}')],
    ['a list', (response) => response.end('[]')],
    ['50 kB around a good URL', (response) => response.end(LONG)],
    ['a redirect', status(302, { location: 'http://127.0.0.1:1/' })],
    ['no content', (response) => response.writeHead(204).end()],
  ])('gives 502: %s', async (_case, answer) => {
    const { origin, asked } = await upstream(answer);
    const response = await ask(origin);
    expect(response.statusCode).toBe(502);
    expect(response.json()).toEqual(BAD_ANSWER);
    expect(asked).toHaveLength(1);
  });

  it('gives 502 when it hangs up', async () => {
    const { origin } = await upstream((response) => void response.destroy());
    const response = await ask(origin);
    expect(response.statusCode).toBe(502);
    expect(response.json()).toEqual({ error: COMMUNICATION, code: 'upstream_unreachable' });
  });

  it('gives 502 when nobody listens', async () => {
    const response = await ask('http://127.0.0.1:1');
    expect(response.statusCode).toBe(502);
    expect(response.json()).toEqual({ error: COMMUNICATION, code: 'upstream_unreachable' });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['never answers', () => undefined],
    ['stops within its answer', (response) => void response.write('{"signed_url":')],
  ])('gives 504 when it %s', async (_case, answer) => {
    const { origin } = await upstream(answer);
    const response = await ask(origin, 'agent_1', { upstreamTimeoutMs: 60 });
    expect(response.statusCode).toBe(504);
    expect(response.json()).toEqual({ error: COMMUNICATION, code: 'upstream_timeout' });
  });

  it('does not lose a refusal whose body stops', async () => {
    const { origin } = await upstream((response) => void response.writeHead(500).write('{'));
    const response = await ask(origin, 'agent_1', { upstreamTimeoutMs: 500 });
    expect(response.json()).toEqual({ error: COMMUNICATION, code: 'upstream_error' });
  });
});

describe('an upstream that fails once', () => {
  /** Does something else the first time. */
  const first = (fails: (response: ServerResponse) => void) => {
    let count = 0;
    return (response: ServerResponse): void => (count++ === 0 ? fails(response) : signs(response));
  };

  it.each<[string, (response: ServerResponse) => void]>([
    ['with 500', status(500)],
    ['with 503', status(503)],
    ['by hanging up', (response) => void response.destroy()],
    ['by not answering', () => undefined],
  ])('%s is asked again', async (_case, fails) => {
    const { origin, asked } = await upstream(first(fails));
    const response = await ask(origin, 'agent_1', { upstreamTimeoutMs: 2000 });
    expect(response.statusCode).toBe(200);
    expect(asked).toHaveLength(2);
  });

  it.each([400, 401, 404, 429])('with %i is not: that would be no other', async (code) => {
    const { origin, asked } = await upstream(first(status(code)));
    expect((await ask(origin)).statusCode).toBe(code);
    expect(asked).toHaveLength(1);
  });

  it('is asked twice at most', async () => {
    const { origin, asked } = await upstream(status(500));
    expect((await ask(origin)).statusCode).toBe(500);
    expect(asked).toHaveLength(2);
  });
});
