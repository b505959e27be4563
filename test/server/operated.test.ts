import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { StoreUnavailable } from '../../server/store/store.ts';
import { backend, configured, HOST } from '../support/backend.ts';
import { company } from '../support/company.ts';

const headers = { host: HOST };
const METRICS_TOKEN = 'metrics_0123456789abcdef';

describe('readiness', () => {
  it('is there when the store is', async () => {
    const response = await backend().inject({ url: '/readyz', headers });
    expect(response.json()).toEqual({ status: 'ready' });
  });

  it('is gone without the store; life is not', async () => {
    const store = openSqlite(null);
    const gone = () => Promise.reject(new StoreUnavailable('gone'));
    const openStore = () => ({ ...store, ping: gone, hasTokens: gone });
    const app = backend(configured(), { openStore });
    const response = await app.inject({ url: '/readyz', headers });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'store_unavailable' });
    expect((await app.inject({ url: '/healthz', headers })).statusCode).toBe(200);
    const mint = await app.inject({ url: '/api/voice-sdk/signed-url/echo', headers });
    expect(mint.statusCode).toBe(503);
  });
});

describe('metrics', () => {
  const ask = (app: Awaited<ReturnType<typeof company>>['app'], shown?: string) =>
    app.inject({
      url: '/metrics',
      headers: { ...headers, ...(shown !== undefined && { authorization: shown }) },
    });

  it('are there for whoever has their token', async () => {
    const env = { METRICS_TOKEN, MINTS_PER_DAY: '10' };
    const { app, mint, hire } = await company({ env });
    await mint(await hire());
    await mint(await hire());
    await mint();
    const response = await ask(app, `Bearer ${METRICS_TOKEN}`);
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('voice_cards_mints_total{outcome="minted"} 2');
    expect(response.body).toContain('voice_cards_mints_total{outcome="token_required"} 1');
    expect(response.body).toContain('voice_cards_upstream_seconds_count 2');
    expect(response.body).toContain('voice_cards_budget_used{limit="server_per_day"} 2');
    expect(response.body).toContain('voice_cards_budget_most{limit="server_per_day"} 10');
    expect(response.body).toContain('nodejs_eventloop_lag_seconds');
  });

  it.each([undefined, '', 'Bearer', `Bearer ${METRICS_TOKEN}x`, METRICS_TOKEN])(
    'are nobody else’s: %s',
    async (shown) => {
      const { app } = await company({ env: { METRICS_TOKEN } });
      const response = await ask(app, shown);
      expect(response.statusCode).toBe(401);
      expect(response.json()).toMatchObject({ code: 'metrics_refused' });
    },
  );

  it('are not there without a token of their own', async () => {
    const { app } = await company();
    expect((await ask(app, 'Bearer ')).statusCode).toBe(404);
  });
});

describe('the document', () => {
  it('has every route with its errors', async () => {
    const env = { METRICS_TOKEN, ELEVENLABS_WEBHOOK_SECRET: METRICS_TOKEN };
    const { app } = await company({ env });
    const response = await app.inject({ url: '/docs', headers });
    const { paths }: { paths: Record<string, Record<string, { responses: object }>> } =
      response.json();
    expect(Object.keys(paths).toSorted()).toEqual([
      '/api/voice-sdk/agents',
      '/api/voice-sdk/lease/{leaseId}/end',
      '/api/voice-sdk/lease/{leaseId}/renew',
      '/api/voice-sdk/pair',
      '/api/voice-sdk/signed-url/{agentId}',
      '/api/voice-sdk/token',
      '/api/voice-sdk/token/{agentId}',
      '/api/voice-sdk/usage',
      '/api/voice-sdk/webhook',
      '/healthz',
      '/metrics',
      '/readyz',
    ]);
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    for (const { responses } of operations) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['4XX', '5XX']));
    }
  });
});

describe('a WebRTC token', () => {
  const token = (response: ServerResponse) =>
    response.end('{"token":"eyJ.a.b","conversation_id":"conv_9"}');

  it('is what ElevenLabs gives, under the same rules', async () => {
    const { get, hire, asked, store } = await company({ answer: token });
    const secret = await hire({ perDay: 1 });
    const response = await get('token/a', { secret });
    expect(response.json()).toEqual({ token: 'eyJ.a.b', lease: expect.any(Object) });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(asked).toMatchObject([{ url: '/v1/convai/conversation/token?agent_id=a' }]);
    expect(await store.leaseOf('conv_9')).not.toBeNull();
    expect((await get('token/a', { secret })).json()).toMatchObject({ limit: 'per_day' });
    expect((await get('token/a')).json()).toMatchObject({ code: 'token_required' });
    expect((await get('token/nobody', { secret })).json()).toMatchObject({ code: 'agent_invalid' });
  });

  it('is nothing the echo agent has', async () => {
    const response = await backend().inject({ url: '/api/voice-sdk/token/echo', headers });
    expect(response.statusCode).toBe(501);
    expect(response.json()).toMatchObject({ code: 'webrtc_unavailable' });
  });

  it('is refused where ElevenLabs gives something else', async () => {
    const { get } = await company({ answer: (response) => response.end('{"token":"a b"}') });
    expect((await get('token/a')).json()).toMatchObject({ code: 'upstream_bad_answer' });
  });
});
