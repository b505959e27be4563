import { describe, expect, it } from 'vitest';
import { HOST } from '../support/backend.ts';
import { company } from '../support/company.ts';
import { callOf, signatureOf } from '../support/webhook.ts';

const SECRET = 'wsec_0123456789abcdef';
const NOON = Date.parse('2027-03-31T12:00:00Z');
const MINUTE = 60_000;

/** A company to which ElevenLabs reports. */
async function reported() {
  let now = NOON;
  const parts = await company({
    env: { ELEVENLABS_WEBHOOK_SECRET: SECRET },
    deps: { today: () => now },
  });
  const send = (body: string, signature?: string) =>
    parts.app.inject({
      method: 'POST',
      url: '/api/voice-sdk/webhook',
      headers: {
        host: HOST,
        'content-type': 'application/json',
        ...(signature !== undefined && { 'elevenlabs-signature': signature }),
      },
      payload: body,
    });
  const report = (body: string) => send(body, sign(body, now));
  const secret = await parts.hire({ minutesPerDay: 60 });
  const minted: { lease: { id: string } } = (await parts.mint(secret)).json();
  const renew = (conversation: string) =>
    parts.post(`lease/${minted.lease.id}/renew`, { secret, body: { conversation } });
  const minutes = async () => {
    const usage: Usage = (await parts.get('usage', { secret })).json();
    return usage.figures.find(({ limit }) => limit === 'minutes_per_day')?.used;
  };
  return {
    ...parts,
    secret,
    send,
    report,
    renew,
    minutes,
    passes: (ms: number) => void (now += ms),
  };
}

interface Usage {
  readonly isEstimate: boolean;
  readonly figures: readonly { limit: string; used: number }[];
}

const sign = (body: string, at: number, secret = SECRET) => signatureOf(body, at, secret);

describe('a report of ElevenLabs', () => {
  it('takes the place of our own estimate, once', async () => {
    const { renew, report, minutes, passes, get, secret } = await reported();
    passes(MINUTE / 2);
    await renew('conv_1');
    expect(await minutes()).toBe(0.5);
    const answer = await report(callOf(45));
    expect(answer.json()).toEqual({ counted: true });
    expect(await minutes()).toBe(0.75);
    expect((await report(callOf(45))).json()).toEqual({ counted: false });
    expect((await report(callOf(600))).json()).toEqual({ counted: false });
    expect(await minutes()).toBe(0.75);
    expect((await get('usage', { secret })).json()).toMatchObject({ isEstimate: false });
  });

  it('of a conversation that nobody named counts for the whole server, once', async () => {
    const { report, minutes } = await reported();
    expect((await report(callOf(60, 'conv_x'))).json()).toEqual({ counted: true });
    expect((await report(callOf(60, 'conv_x'))).json()).toEqual({ counted: false });
    expect(await minutes()).toBe(0);
  });

  it.each([
    ['another kind', callOf(60, 'conv_1', 'post_call_audio')],
    ['no length', '{"type":"post_call_transcription","data":{"conversation_id":"conv_1"}}'],
    ['no JSON', 'nonsense'],
    ['a list', '[]'],
  ])('of %s is taken, and changes nothing', async (_case, body) => {
    const { report, renew, minutes } = await reported();
    await renew('conv_1');
    const answer = await report(body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ counted: false });
    expect(await minutes()).toBe(0);
  });

  it('may be longer than anything else', async () => {
    const { report } = await reported();
    const long = callOf(60).replace('Grüß Gott', 'Grüß Gott'.repeat(50_000));
    expect((await report(long)).json()).toEqual({ counted: true });
  });
});

describe('a signature', () => {
  const body = callOf(60);
  it.each<[string, string | undefined]>([
    ['none', undefined],
    ['nothing', ''],
    ['another secret’s', sign(body, NOON, 'another secret')],
    ['of another body', sign(`${body} `, NOON)],
    ['of 31 minutes ago', sign(body, NOON - 31 * MINUTE)],
    ['of 31 minutes ahead', sign(body, NOON + 31 * MINUTE)],
    ['with another time', sign(body, NOON).replace(/^t=\d+/, `t=${NOON / 1000 - 1}`)],
    ['cut short', sign(body, NOON).slice(0, -1)],
    ['of nothing', 't=0,v0='],
  ])('that is %s is refused', async (_case, signature) => {
    const { send, renew, minutes } = await reported();
    await renew('conv_1');
    const answer = await send(body, signature);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'webhook_refused' });
    expect(await minutes()).toBe(0);
  });

  it('of 29 minutes ago is good', async () => {
    const { send } = await reported();
    expect((await send(body, sign(body, NOON - 29 * MINUTE))).statusCode).toBe(200);
  });

  it('is of no use where no secret is known', async () => {
    const { app } = await company();
    const headers = { host: HOST, 'elevenlabs-signature': sign(body, NOON, '') };
    const request = {
      method: 'POST',
      url: '/api/voice-sdk/webhook',
      headers,
      payload: body,
    } as const;
    expect((await app.inject(request)).statusCode).toBe(404);
  });
});

it('a conversation that ElevenLabs names at once needs nobody to do so', async () => {
  const signed_url = 'wss://api.elevenlabs.io/v1/convai/conversation?x=1';
  const { mint, hire, store } = await company({
    answer: (response) => response.end(JSON.stringify({ signed_url, conversation_id: 'conv_7' })),
  });
  await mint(await hire());
  expect(await store.leaseOf('conv_7')).not.toBeNull();
});
