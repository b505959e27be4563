import { describe, expect, it } from 'vitest';
import { hashOf } from '../../server/tokens/secret.ts';
import { CANARY, company } from '../support/company.ts';
import { HOST } from '../support/backend.ts';

const PUBLIC = { PUBLIC_HOSTS: HOST, TRUSTED_PROXIES: '192.0.2.1' };
const YESTERDAY = Date.now() - 24 * 60 * 60_000;

describe('a token', () => {
  it('is not needed on this computer, where none was ever made', async () => {
    const { mint } = await company();
    const response = await mint();
    expect(response.statusCode).toBe(200);
    expect(Object.keys(response.json())).toEqual(['signed_url']);
  });

  it('is needed from then on, even after the last was revoked', async () => {
    const { mint, hire, store } = await company();
    await hire({}, { name: 'Ann' });
    await store.revokeToken('Ann', YESTERDAY);
    expect((await mint()).json()).toMatchObject({ code: 'token_required' });
  });

  it('is always needed where others reach the backend', async () => {
    const { mint, get } = await company({ env: PUBLIC });
    const response = await mint();
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.json()).toEqual({ error: expect.any(String), code: 'token_required' });
    expect((await get('agents')).statusCode).toBe(401);
    expect((await get('usage')).statusCode).toBe(401);
  });

  it('lets its bearer begin a conversation, with a lease', async () => {
    const { mint, hire } = await company();
    const response = await mint(await hire());
    expect(response.json()).toEqual({
      signed_url: expect.stringContaining('wss:'),
      lease: { id: expect.any(String), renewEverySeconds: 20 },
    });
  });

  it.each([
    ['one that nobody made', `vc_${'x'.repeat(43)}`],
    ['something else', 'Basic'],
    ['nothing', ''],
    ['one that is too long', `vc_${'x'.repeat(4000)}`],
  ])('is no %s', async (_case, secret) => {
    const { mint, hire } = await company();
    await hire();
    const response = await mint(secret === '' ? ' ' : secret);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ code: 'token_invalid' });
  });

  it('that has expired, or was revoked, lets nobody in', async () => {
    const { mint, hire, store } = await company();
    const expired = await hire({}, { expiresAt: YESTERDAY });
    const revoked = await hire({}, { name: 'Ann' });
    await store.revokeToken('Ann', YESTERDAY);
    expect((await mint(expired)).json()).toMatchObject({ code: 'token_expired' });
    expect((await mint(revoked)).json()).toMatchObject({ code: 'token_invalid' });
  });

  it('is kept as a hash alone', async () => {
    const { hire, store } = await company();
    const secret = await hire();
    expect(JSON.stringify(await store.tokens())).not.toContain(secret);
    expect(await store.tokenByHash(hashOf(secret))).not.toBeNull();
  });
});

describe('a token for some', () => {
  it('agents is for no other, and shows no other', async () => {
    const { get, hire } = await company();
    const secret = await hire({ agents: ['b', 'gone'] });
    expect((await get('agents', { secret })).json()).toEqual([{ id: 'b', name: 'Bert' }]);
    expect((await get('signed-url/b', { secret })).statusCode).toBe(200);
    const other = await get('signed-url/a', { secret });
    expect(other.statusCode).toBe(403);
    expect(other.json()).toMatchObject({ code: 'agent_forbidden' });
    expect((await get('signed-url/gone', { secret })).json()).toMatchObject({
      code: 'agent_invalid',
    });
  });

  it.each([
    ['https://shop.example', 200],
    ['https://shop.example:8443', 403],
    ['http://shop.example', 403],
    ['https://shop.example.evil.example', 403],
    ['https://evil.example/?https://shop.example', 403],
    [undefined, 403],
  ])('sites: %s is answered with %i', async (site, status) => {
    const { mint, hire, asked } = await company();
    const response = await mint(await hire({ sites: ['https://shop.example'] }), site);
    expect(response.statusCode).toBe(status);
    if (status === 403) expect(response.json()).toMatchObject({ code: 'site_forbidden' });
    expect(asked).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe('the audit', () => {
  const audits = (log: readonly string[]) =>
    log.map((line): { audit?: object } => JSON.parse(line)).flatMap(({ audit }) => audit ?? []);

  it('has one line for each request, with who, whom, where and how it ended', async () => {
    const { mint, get, hire, log } = await company();
    const secret = await hire({ perDay: 1 }, { name: 'Ann' });
    await mint(secret, 'https://shop.example');
    await mint(secret, 'nonsense\n');
    await get('signed-url/nobody', { secret });
    await mint();
    expect(audits(log)).toEqual([
      { token: 'Ann', agent: 'a', site: 'https://shop.example', outcome: 'minted' },
      { token: 'Ann', agent: 'a', site: null, outcome: 'limit_reached' },
      { token: 'Ann', agent: null, site: null, outcome: 'agent_invalid' },
      { token: null, agent: 'a', site: null, outcome: 'token_required' },
    ]);
  });

  it('and the rest of the log never have the key, a secret, or an address of a conversation', async () => {
    const { app, mint, hire, log } = await company();
    const secret = await hire();
    await mint(secret);
    app.log.info(
      { headers: { authorization: `Bearer ${secret}`, 'xi-api-key': CANARY } },
      'careless',
    );
    const text = log.join('');
    expect(text).toContain('careless');
    for (const hidden of [CANARY, secret, 'wss:']) expect(text).not.toContain(hidden);
  });
});
