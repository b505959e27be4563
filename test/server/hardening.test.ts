import { request as askTls } from 'node:https';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configured, EXTENSION, HOST, backend } from '../support/backend.ts';
import { anyWebUrl } from '../support/fuzz/any-url.ts';
import { runs } from '../support/fuzz/plan.ts';
import { company } from '../support/company.ts';
import { certificate } from '../support/certificate.ts';
import { portOf } from '../support/upstream.ts';

const headers = { host: HOST };
const MOZILLA = 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab';

describe('headers', () => {
  it('tell browsers to make nothing of our answers', async () => {
    const response = await backend().inject({ url: '/healthz', headers });
    expect(response.headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
    expect(response.headers).not.toHaveProperty('strict-transport-security');
    expect(response.headers).not.toHaveProperty('x-powered-by');
  });

  it('are there on refusals, too', async () => {
    for (const refused of [
      { host: 'evil.example' },
      { ...headers, origin: 'https://evil.example' },
    ]) {
      const response = await backend().inject({ url: '/healthz', headers: refused });
      expect(response.statusCode).toBe(403);
      expect(response.headers).toHaveProperty('content-security-policy');
    }
  });

  it('promise https where there is a proxy for it', async () => {
    const { app } = await company({
      env: { PUBLIC_HOSTS: 'voice.example.com', TRUSTED_PROXIES: '127.0.0.1' },
    });
    const response = await app.inject({ url: '/healthz', headers: { host: 'Voice.example.com' } });
    expect(response.statusCode).toBe(200);
    expect(response.headers).toHaveProperty('strict-transport-security');
  });
});

describe('reading across origins', () => {
  it(
    'is allowed to the listed extensions letter by letter, whatever is asked from',
    { tags: 'property' },
    async () => {
      const app = backend(configured({ EXTENSION_ORIGINS: `${EXTENSION},moz-extension://*` }));
      const origin = fc.oneof(
        anyWebUrl,
        fc.string(),
        fc.constantFrom(EXTENSION, MOZILLA, 'null', `${EXTENSION}/`, `${MOZILLA}.evil.example`),
        fc.constantFrom('moz-extension://*', 'moz-extension://', MOZILLA.toUpperCase()),
      );
      await fc.assert(
        fc.asyncProperty(origin, async (from) => {
          fc.pre(/^[\x20-\x7e]+$/.test(from) && from.trim() === from);
          const response = await app.inject({
            url: '/healthz',
            headers: { ...headers, origin: from },
          });
          const allowed = response.headers['access-control-allow-origin'];
          expect(allowed).toBe([EXTENSION, MOZILLA].includes(from) ? from : undefined);
          expect(response.statusCode).toBe(allowed === undefined ? 403 : 200);
        }),
        // Each is a request, of 8 ms.
        { numRuns: runs(0.25) },
      );
    },
  );

  it('lets the extension show its token and send JSON', async () => {
    const response = await backend().inject({
      method: 'OPTIONS',
      url: '/api/voice-sdk/pair',
      headers: {
        ...headers,
        origin: EXTENSION,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,voice-cards-site',
      },
    });
    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-methods']).toBe('GET, POST');
    expect(response.headers['access-control-allow-headers']).toBe(
      'authorization, content-type, voice-cards-site',
    );
  });
});

describe('one address', () => {
  const env = { REQUESTS_PER_MINUTE: '3' };
  const ask = (app: Awaited<ReturnType<typeof company>>['app'], more: object, from = '192.0.2.7') =>
    app.inject({
      url: '/api/voice-sdk/agents',
      remoteAddress: from,
      headers: { ...headers, ...more },
    });

  it('may ask so often in a minute, with or without a token', async () => {
    const { app, hire } = await company({ env });
    await hire();
    for (let i = 0; i < 3; i++) expect((await ask(app, {})).statusCode).toBe(401);
    const refused = await ask(app, {});
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'limit_reached', limit: 'address_per_minute' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(app, {}, '192.0.2.8')).statusCode).toBe(401);
    expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200);
  });

  it('is the same one, whatever it says it was forwarded for', async () => {
    const { app, hire } = await company({ env });
    await hire();
    const answers = [];
    for (let i = 0; i < 5; i++)
      answers.push(await ask(app, { 'x-forwarded-for': `198.51.100.${i}` }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 429, 429]);
  });

  it('is believed to be another one where a named proxy says so', async () => {
    const { app } = await company({
      env: { ...env, PUBLIC_HOSTS: 'voice.example.com', TRUSTED_PROXIES: '192.0.2.0/24' },
    });
    const answers = [];
    for (let i = 0; i < 5; i++)
      answers.push(await ask(app, { 'x-forwarded-for': `198.51.100.${i}` }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401]);
  });

  it('of IPv6 is its network', async () => {
    const { app, hire } = await company({ env });
    await hire();
    const answers = [];
    for (let i = 1; i < 6; i++) answers.push(await ask(app, {}, `2001:db8::${i}`));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 429, 429]);
  });

  it('is not counted on this computer, where no token was ever made', async () => {
    const { app } = await company({ env });
    for (let i = 0; i < 9; i++) expect((await ask(app, {})).statusCode).toBe(200);
  });
});

describe('a body', () => {
  it('of more than 8 kB is refused', async () => {
    const { post } = await company();
    const response = await post('pair', { body: { code: 'x'.repeat(9000) } });
    expect(response.statusCode).toBe(413);
  });

  it('with a prototype in it is refused', async () => {
    const { app } = await company();
    const response = await app.inject({
      method: 'POST',
      url: '/api/voice-sdk/pair',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: '{"code":"x","__proto__":{"polluted":1}}',
    });
    expect(response.statusCode).toBe(400);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('TLS by files', () => {
  it('is spoken, and nothing else', async () => {
    const { certFile, keyFile, cert } = certificate('voice.example.com');
    const { app } = await company({
      env: { PUBLIC_HOSTS: 'voice.example.com', TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile },
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const port = portOf(app.server.address());
    const servername = 'voice.example.com';
    const asked = askTls({
      host: '127.0.0.1',
      port,
      path: '/healthz',
      servername,
      ca: cert,
      headers: { host: servername },
    });
    asked.end();
    const [response]: unknown[] = await once(asked, 'response');
    expect(response).toMatchObject({ statusCode: 200 });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
    asked.destroy();
  });
});
