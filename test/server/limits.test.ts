import { describe, expect, it } from 'vitest';
import type { Grant } from '../../server/tokens/token.ts';
import { type Company, type CompanyOptions, company } from '../support/company.ts';

const NOON = Date.parse('2027-03-31T12:00:10Z');
const MINUTE = 60_000;

/** A company on whose wall hangs a clock that a test sets. */
async function onTime(options: CompanyOptions = {}) {
  let now = NOON;
  const deps = { ...options.deps, today: () => now };
  const parts = await company({ ...options, deps });
  return { ...parts, passes: (ms: number) => void (now += ms) };
}

async function leaseOf(mint: Company['mint'], secret: string): Promise<string> {
  const answer: { lease: { id: string } } = (await mint(secret)).json();
  return answer.lease.id;
}

describe('conversations', () => {
  it.each<[Partial<Grant>, string, number, string]>([
    [{ perMinute: 2 }, 'per_minute', 50, '2027-03-31T12:01:00.000Z'],
    [{ perDay: 2 }, 'per_day', 43_190, '2027-04-01T00:00:00.000Z'],
    [{ concurrent: 2 }, 'concurrent', 60, '2027-03-31T12:01:10.000Z'],
  ])('are limited: %j', async (grant, limit, seconds, resetsAt) => {
    const { mint, hire, asked, passes } = await onTime();
    const secret = await hire(grant);
    expect((await mint(secret)).statusCode).toBe(200);
    expect((await mint(secret)).statusCode).toBe(200);
    const refused = await mint(secret);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe(String(seconds));
    const error = expect.any(String);
    expect(refused.json()).toEqual({ error, code: 'limit_reached', limit, resetsAt });
    expect(asked).toHaveLength(2);
    passes(1000 * seconds);
    expect((await mint(secret)).statusCode).toBe(200);
  });

  it('of one token are no other’s', async () => {
    const { mint, hire } = await onTime();
    const [ann, bert] = [await hire({ perDay: 1 }), await hire({ perDay: 1 })];
    await mint(ann);
    expect((await mint(ann)).statusCode).toBe(429);
    expect((await mint(bert)).statusCode).toBe(200);
  });

  it('are limited for all tokens together, and for those without one', async () => {
    const env = { MINTS_PER_DAY: '2' };
    const { mint, hire } = await onTime({ env });
    await mint(await hire());
    await mint(await hire());
    expect((await mint(await hire())).json()).toMatchObject({ limit: 'server_per_day' });
    const open = await onTime({ env });
    await open.mint();
    await open.mint();
    expect((await open.mint()).json()).toMatchObject({ limit: 'server_per_day' });
  });

  it('that ElevenLabs did not give are not counted', async () => {
    const { mint, hire, get } = await onTime({
      answer: (response) => response.writeHead(403).end(),
    });
    const secret = await hire({ perDay: 1, concurrent: 1 });
    expect((await mint(secret)).json()).toMatchObject({ code: 'upstream_error' });
    expect((await mint(secret)).json()).toMatchObject({ code: 'upstream_error' });
    const usage: { figures: { used: number }[] } = (await get('usage', { secret })).json();
    expect(usage.figures.map(({ used }) => used)).toEqual([0, 0, 0, 0]);
  });

  it('are never one too many, however many are asked for at once', async () => {
    const { mint, hire } = await onTime();
    const secret = await hire({ perDay: 10 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => mint(secret)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10);
  });
});

describe('minutes', () => {
  const renew = (post: Company['post'], secret: string, id: string, body = {}) =>
    post(`lease/${id}/renew`, { secret, body });

  it('are counted from renewal to renewal, and told', async () => {
    const { mint, hire, post, passes } = await onTime();
    const secret = await hire({ minutesPerDay: 2, minutesPerMonth: 10 });
    const id = await leaseOf(mint, secret);
    passes(MINUTE / 3);
    expect((await renew(post, secret, id)).json()).toEqual({ secondsLeft: 100 });
    passes(MINUTE / 2);
    expect((await renew(post, secret, id)).json()).toEqual({ secondsLeft: 70 });
  });

  it.each<[Partial<Grant>, Record<string, string>, string]>([
    [{ minutesPerDay: 1 }, {}, 'minutes_per_day'],
    [{ minutesPerMonth: 1 }, {}, 'minutes_per_month'],
    [{}, { MINUTES_PER_DAY: '1' }, 'server_minutes_per_day'],
  ])(
    'that are used up end the conversation, and begin no other: %j %j',
    async (grant, env, limit) => {
      const { mint, hire, post, passes } = await onTime({ env });
      const secret = await hire(grant);
      const id = await leaseOf(mint, secret);
      passes(MINUTE);
      expect((await renew(post, secret, id)).json()).toEqual({ secondsLeft: 0 });
      expect((await mint(secret)).json()).toMatchObject({ code: 'limit_reached', limit });
      // The last day of a month is over at midnight, and so is the month.
      passes(12 * 60 * MINUTE);
      expect((await mint(secret)).statusCode).toBe(200);
    },
  );

  it('of which less than 5 seconds are left begin no conversation', async () => {
    const { mint, hire, post, passes } = await onTime();
    const secret = await hire({ minutesPerDay: 1 });
    const id = await leaseOf(mint, secret);
    passes(54_000);
    await renew(post, secret, id);
    expect((await mint(secret)).statusCode).toBe(200);
    passes(2_000);
    await renew(post, secret, id);
    expect((await mint(secret)).json()).toMatchObject({ limit: 'minutes_per_day' });
  });

  it('are not limited unless somebody says so', async () => {
    const { mint, hire, post } = await onTime();
    const secret = await hire();
    const id = await leaseOf(mint, secret);
    expect((await renew(post, secret, id)).json()).toEqual({ secondsLeft: null });
  });

  it('end with the conversation, which lets another one begin', async () => {
    const { mint, hire, post, get, passes } = await onTime();
    const secret = await hire({ concurrent: 1 });
    const id = await leaseOf(mint, secret);
    passes(MINUTE / 2);
    expect((await post(`lease/${id}/end`, { secret, body: {} })).statusCode).toBe(204);
    expect((await post(`lease/${id}/end`, { secret, body: {} })).statusCode).toBe(404);
    expect((await mint(secret)).statusCode).toBe(200);
    expect((await get('usage', { secret })).json()).toMatchObject({
      figures: expect.arrayContaining([
        expect.objectContaining({ limit: 'minutes_per_day', used: 0.5 }),
      ]),
    });
  });

  it('of one token are not ended or renewed by another, or by nobody', async () => {
    const { mint, hire, post } = await onTime();
    const [ann, bert] = [await hire(), await hire()];
    const id = await leaseOf(mint, ann);
    for (const what of ['renew', 'end']) {
      const other = await post(`lease/${id}/${what}`, { secret: bert, body: {} });
      expect(other.json()).toMatchObject({ code: 'lease_unknown' });
      const nobody = await post(`lease/${id}/${what}`, { body: {} });
      expect(nobody.json()).toMatchObject({ code: 'token_required' });
    }
  });

  it('are renewed by what is a conversation’s name, and nothing else', async () => {
    const { mint, hire, post } = await onTime();
    const secret = await hire();
    const id = await leaseOf(mint, secret);
    const ask = (body: object) =>
      renew(post, secret, id, body).then(({ statusCode }) => statusCode);
    expect(await ask({ conversation: 'conv_1' })).toBe(200);
    expect(await ask({ conversation: 'conv 1' })).toBe(400);
    expect(await ask({ conversation: 7 })).toBe(400);
  });
});

describe('usage', () => {
  it('is a token’s own, with what it may use', async () => {
    const { mint, hire, get } = await onTime();
    const expiresAt = NOON + MINUTE;
    const secret = await hire(
      { perMinute: 3, perDay: 5, concurrent: 2, minutesPerDay: 4 },
      { name: 'Ann', expiresAt },
    );
    await mint(await hire());
    await mint(secret);
    const midnight = '2027-04-01T00:00:00.000Z';
    expect((await get('usage', { secret })).json()).toEqual({
      token: 'Ann',
      expiresAt: '2027-03-31T12:01:10.000Z',
      isEstimate: true,
      figures: [
        { limit: 'per_minute', used: 1, most: 3, resetsAt: '2027-03-31T12:01:00.000Z' },
        { limit: 'per_day', used: 1, most: 5, resetsAt: midnight },
        { limit: 'concurrent', used: 1, most: 2, resetsAt: null },
        { limit: 'minutes_per_day', used: 0, most: 4, resetsAt: midnight },
        { limit: 'minutes_per_month', used: 0, most: null, resetsAt: midnight },
      ],
    });
  });

  it('is nothing where no token is needed', async () => {
    const { get } = await company();
    const nothing = { token: null, expiresAt: null, isEstimate: true, figures: [] };
    expect((await get('usage')).json()).toEqual(nothing);
  });
});
