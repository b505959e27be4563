import { describe, expect, it } from 'vitest';
import type { UpstreamAnswer } from '../../server/elevenlabs/answer.ts';
import { withBreaker } from '../../server/elevenlabs/breaker.ts';

const GOOD: UpstreamAnswer = { ok: true, value: 'wss://x', conversation: null };
const BAD: UpstreamAnswer = { ok: false, failure: { kind: 'status', status: 401 } };
const WORSE: UpstreamAnswer = { ok: false, failure: { kind: 'status', status: 500 } };

/** An upstream that answers what it is told, behind a breaker with a clock of its own. */
function guarded() {
  let now = 0;
  let answer = BAD;
  let asked = 0;
  const client = {
    ask: async () => {
      asked++;
      return answer;
    },
    close: async () => undefined,
  };
  const breaker = withBreaker(client, () => now);
  const ask = (agentId = 'a') => breaker.ask('signed_url', agentId);
  return {
    ask,
    asked: () => asked,
    answers: (next: UpstreamAnswer) => void (answer = next),
    passes: (ms: number) => void (now += ms),
    async fails(times: number, agentId = 'a') {
      for (let i = 0; i < times; i++) await ask(agentId);
    },
  };
}

describe('the breaker', () => {
  it('asks no more after five times the same failure, for half a minute', async () => {
    const { ask, asked, answers, fails, passes } = guarded();
    await fails(5);
    answers(GOOD);
    passes(500);
    const failure = { kind: 'status', status: 401, retryAfter: 30 };
    expect(await ask()).toEqual({ ok: false, failure });
    passes(29_000);
    expect(await ask()).toEqual({ ok: false, failure: { ...failure, retryAfter: 1 } });
    expect(asked()).toBe(5);
    passes(500);
    expect(await ask()).toEqual(GOOD);
    expect(await ask()).toEqual(GOOD);
  });

  it('opens anew when the trial fails', async () => {
    const { asked, fails, passes } = guarded();
    await fails(5);
    passes(30_000);
    await fails(3);
    expect(asked()).toBe(6);
  });

  it('counts failures that are the same, with nothing between them', async () => {
    const { ask, asked, answers, fails } = guarded();
    await fails(4);
    answers(WORSE);
    await fails(4);
    answers(GOOD);
    await ask();
    answers(WORSE);
    await fails(4);
    expect(asked()).toBe(13);
  });

  it('holds for one agent', async () => {
    const { ask, answers, fails } = guarded();
    await fails(5);
    answers(GOOD);
    expect(await ask('b')).toEqual(GOOD);
  });

  it('counts those that fail at once', async () => {
    const { ask, asked } = guarded();
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(asked()).toBe(20);
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(asked()).toBe(20);
  });
});
