import { describe, expect, test } from 'vitest';
import { fetchAgents, fetchSignedUrl } from '../../../entrypoints/shared/backend.ts';
import { upstream } from '../../support/upstream.ts';

const URL_GIVEN = 'wss://api.elevenlabs.io/v1/convai/conversation?agent_id=echo';

describe('a signed URL', () => {
  test('is asked for by the path of the guide, without cookies and from no cache', async () => {
    const { origin, asked } = await upstream((response) =>
      response.end(JSON.stringify({ signed_url: URL_GIVEN })),
    );
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({
      ok: true,
      value: { signedUrl: URL_GIVEN },
    });
    expect(asked[0]?.url).toBe('/api/voice-sdk/signed-url/echo');
    expect(asked[0]?.headers.cookie).toBeUndefined();
    expect(asked[0]?.headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['HTML', '<html>'],
    ['nothing', ''],
    ['another shape', '{"url":"wss://x"}'],
    ['no address', '{"signed_url":"hello"}'],
    ['more than 16 kB', JSON.stringify({ signed_url: URL_GIVEN, more: 'x'.repeat(17_000) })],
  ])('is not found in %s', async (_, body) => {
    const { origin } = await upstream((response) => response.end(body));
    const trouble = { kind: 'unreadable', status: 200 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('a refusal comes with its status, its code where there is one, and how long to wait', async () => {
    const { origin } = await upstream((response) => {
      response.writeHead(429, { 'retry-after': '7' });
      response.end('{"error":"Too many","code":"upstream_rate_limited"}');
    });
    const trouble = { kind: 'refused', status: 429, code: 'upstream_rate_limited', retryAfter: 7 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('a refusal by a backend written from the guide has no code', async () => {
    const { origin } = await upstream((response) => {
      response.writeHead(400).end('{"error":"Invalid agent ID"}');
    });
    const trouble = { kind: 'refused', status: 400 };
    expect(await fetchSignedUrl(origin, 'echo')).toEqual({ ok: false, trouble });
  });

  test('nobody there is told from a bad answer', async () => {
    const { origin } = await upstream((response) => response.destroy());
    expect(await fetchSignedUrl(origin, 'echo')).toMatchObject({
      trouble: { kind: 'unreachable' },
    });
  });
});

describe('the catalogue', () => {
  test('is read as it is', async () => {
    const agents = [{ id: 'echo', name: 'Echo', description: 'Says it back' }];
    const { origin } = await upstream((response) => response.end(JSON.stringify(agents)));
    expect(await fetchAgents(origin)).toEqual({ ok: true, value: agents });
  });

  test('is null where a backend written from the guide has none', async () => {
    const { origin } = await upstream((response, { url }) => {
      if (url === '/api/voice-sdk/token') response.end('{"token":null}');
      else response.writeHead(404).end('<h1>Not Found</h1>');
    });
    expect(await fetchAgents(origin)).toEqual({ ok: true, value: null });
  });

  test('is missing where some other server answers', async () => {
    const { origin } = await upstream((response) =>
      response.writeHead(404).end('<h1>Not Found</h1>'),
    );
    expect(await fetchAgents(origin)).toMatchObject({
      trouble: { kind: 'unreadable', status: 404 },
    });
  });

  test('with an agent whose id is none is not believed', async () => {
    const { origin } = await upstream((response) => response.end('[{"id":"a&b","name":"x"}]'));
    expect(await fetchAgents(origin)).toMatchObject({ ok: false, trouble: { kind: 'unreadable' } });
  });
});
