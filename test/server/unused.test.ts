import { describe, expect, it } from 'vitest';
import type { Grant } from '../../server/tokens/token.ts';
import { HOST } from '../support/backend.ts';
import { company } from '../support/company.ts';
import { callOf, signatureOf } from '../support/webhook.ts';

const SECRET = 'wsec_0123456789abcdef';
const NOON = Date.parse('2027-03-31T12:00:10Z');

interface Usage {
  readonly figures: readonly { limit: string; used: number }[];
}

/** Somebody with a token, and ElevenLabs that names each conversation as it gives it. */
async function somebody(grant: Partial<Grant> = {}) {
  let now = NOON;
  let given = 0;
  const parts = await company({
    env: { ELEVENLABS_WEBHOOK_SECRET: SECRET, MINTS_PER_DAY: '100' },
    deps: { today: () => now },
    answer: (response) => {
      const signed_url = 'wss://api.elevenlabs.io/v1/convai/conversation?x=1';
      response.end(JSON.stringify({ signed_url, conversation_id: `conv_${++given}` }));
    },
  });
  const secret = await parts.hire(grant);
  const used = async (limit: string) => {
    const usage: Usage = (await parts.get('usage', { secret })).json();
    return usage.figures.find((figure) => figure.limit === limit)?.used;
  };
  return {
    used,
    passes: (ms: number) => void (now += ms),
    async begin(): Promise<string> {
      const minted: { lease: { id: string } } = (await parts.mint(secret)).json();
      return minted.lease.id;
    },
    say: async (id: string, what: 'renew' | 'end', body: object) =>
      (await parts.post(`lease/${id}/${what}`, { secret, body })).statusCode,
    async report(conversation: string): Promise<void> {
      const payload = callOf(90, conversation);
      const headers = {
        host: HOST,
        'content-type': 'application/json',
        'elevenlabs-signature': signatureOf(payload, now, SECRET),
      };
      await parts.app.inject({ method: 'POST', url: '/api/voice-sdk/webhook', headers, payload });
    },
    all: async () => parts.store.counts(['mints:all:2027-03-31']),
  };
}

describe('a conversation that was never used', () => {
  it('is given back: its place at once, and what it was counted for on that day', async () => {
    const { begin, say, used, all, passes } = await somebody({ concurrent: 1 });
    const id = await begin();
    expect([await used('per_day'), await used('concurrent')]).toEqual([1, 1]);
    passes(59_000);
    expect(await say(id, 'end', { unused: true })).toBe(204);
    expect([await used('per_day'), await used('concurrent')]).toEqual([0, 0]);
    expect(await used('minutes_per_day')).toBe(0);
    expect(await all()).toEqual([0]);
  });

  it('is given back once, also where that is asked twice at once', async () => {
    const { begin, say, used } = await somebody();
    const [first] = [await begin(), await begin()];
    const answers = await Promise.all([1, 2].map(() => say(first, 'end', { unused: true })));
    expect(new Set(answers)).toEqual(new Set([204, 404]));
    expect(await used('per_day')).toBe(1);
  });

  it('still counts in its minute, so that nobody asks without end', async () => {
    const { begin, say, used } = await somebody({ perMinute: 3 });
    await say(await begin(), 'end', { unused: true });
    expect(await used('per_minute')).toBe(1);
  });

  it('is believed for half of what may begin on a day; after that it ends and counts', async () => {
    const { begin, say, used } = await somebody({ perDay: 4 });
    for (let i = 0; i < 3; i++) await say(await begin(), 'end', { unused: true });
    expect([await used('per_day'), await used('concurrent')]).toEqual([1, 0]);
  });

  it('is none where it was renewed before', async () => {
    const { begin, say, used, passes } = await somebody();
    const id = await begin();
    passes(20_000);
    await say(id, 'renew', {});
    await say(id, 'end', { unused: true });
    expect(await used('per_day')).toBe(1);
  });

  it('is counted after all when ElevenLabs reports it, with its minutes', async () => {
    const { begin, say, used, report, all } = await somebody();
    await say(await begin(), 'end', { unused: true });
    await report('conv_1');
    await report('conv_1');
    expect([await used('per_day'), await used('minutes_per_day')]).toEqual([1, 1.5]);
    expect(await all()).toEqual([1]);
  });

  it('is not given back any more once it was reported', async () => {
    const { begin, say, used, report } = await somebody();
    const id = await begin();
    await report('conv_1');
    await say(id, 'end', { unused: true });
    expect([await used('per_day'), await used('minutes_per_day')]).toEqual([1, 1.5]);
  });
});

it('a conversation that begins late is counted from then on', async () => {
  const { begin, say, used, passes } = await somebody();
  const id = await begin();
  passes(45_000);
  expect(await say(id, 'renew', { unused: true })).toBe(200);
  passes(15_000);
  await say(id, 'end', {});
  expect([await used('per_day'), await used('minutes_per_day')]).toEqual([1, 0.25]);
});
