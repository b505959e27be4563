import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handleTokens } from '../../server/tokens/command.ts';
import { newPairingCode, readPairingCode } from '../../server/tokens/pairing-code.ts';
import { company } from '../support/company.ts';
import { anyCharacter } from '../support/fuzz/any-character.ts';

const MINUTE = 60_000;

/** A company that has just shown a code. */
async function pairing() {
  let now = Date.now();
  const parts = await company({ deps: { today: () => now } });
  const offered = await handleTokens(parts.store, ['pair', '--name', 'Ann', '--agents', 'a'], now);
  const code = offered.text.slice(0, 9);
  const pair = (shown: string) => parts.post('pair', { body: { code: shown } });
  return { ...parts, code, pair, passes: (ms: number) => void (now += ms) };
}

/** A code that is found by the same half, and has another secret. */
function wrongHalf(code: string): string {
  return `${code.slice(0, 5)}${code.endsWith('2222') ? '3333' : '2222'}`;
}

describe('pairing', () => {
  it('gives a token for a code, however that is typed', async () => {
    const { code, pair, get } = await pairing();
    const response = await pair(` ${code.toLowerCase().replace('-', ' ')} `);
    expect(response.statusCode).toBe(200);
    const { token, name }: { token: string; name: string } = response.json();
    expect(name).toBe('Ann');
    expect((await get('agents', { secret: token })).json()).toEqual([{ id: 'a', name: 'Anna' }]);
  });

  it('answers the same to every code that is not right', async () => {
    const { code, pair, passes } = await pairing();
    const right = await pair(code);
    const used = await pair(code);
    const other = await pairing();
    const wrong = await other.pair(wrongHalf(other.code));
    other.passes(5 * MINUTE);
    const late = await other.pair(other.code);
    passes(0);
    const answers = [used, wrong, late, await pair('2222-2222'), await pair('x'), await pair('')];
    expect(right.statusCode).toBe(200);
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(403);
      expect(body).toBe(used.body);
    }
    expect(used.json()).toMatchObject({ code: 'pairing_refused' });
  });

  it('can be tried five times', async () => {
    const { code, pair } = await pairing();
    for (let i = 0; i < 4; i++) expect((await pair(wrongHalf(code))).statusCode).toBe(403);
    expect((await pair(code)).statusCode).toBe(200);
    const other = await pairing();
    for (let i = 0; i < 5; i++) await other.pair(wrongHalf(other.code));
    expect((await other.pair(other.code)).statusCode).toBe(403);
  });

  it('gives one token, however many show the code at once', async () => {
    const { code, pair, store } = await pairing();
    const answers = await Promise.all(Array.from({ length: 3 }, () => pair(code)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await store.tokens()).toHaveLength(1);
    expect(await store.tryPairing(code.slice(0, 4), Date.now())).toBeNull();
  });

  it('takes JSON and nothing else', async () => {
    const { app, code } = await pairing();
    const payload = JSON.stringify({ code });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { host: '127.0.0.1:8787', 'content-type': type };
      const response = await app.inject({
        method: 'POST',
        url: '/api/voice-sdk/pair',
        headers,
        payload,
      });
      expect(response.statusCode).toBe(415);
    }
  });
});

describe('a code', () => {
  it('is read as it is written, and never throws', { tags: 'property' }, () => {
    for (let i = 0; i < 50; i++) expect(readPairingCode(newPairingCode())).not.toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const code = readPairingCode(text);
        expect(code === null || code.name.length === 4).toBe(true);
      }),
    );
  });
});
