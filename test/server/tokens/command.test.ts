import { beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { HELP, handleTokens } from '../../../server/tokens/command.ts';
import { hashOf, isSecretShaped } from '../../../server/tokens/secret.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');

let store: Store;
beforeEach(() => {
  store = openSqlite(null);
});

const run = (...words: string[]) => handleTokens(store, words, NOW);

describe('the operator', () => {
  it('makes a token, which is shown once, with limits', async () => {
    const { ok, text } = await run('create', '--name', 'Support laptops', '--agents', 'a,b');
    expect(ok).toBe(true);
    expect(isSecretShaped(text)).toBe(true);
    expect(await store.tokenByHash(hashOf(text))).toMatchObject({
      name: 'Support laptops',
      createdAt: NOW,
      expiresAt: Date.parse('2027-05-30T10:00:00Z'),
      grant: {
        agents: ['a', 'b'],
        sites: null,
        perMinute: 10,
        perDay: 200,
        concurrent: 5,
        minutesPerDay: 240,
        minutesPerMonth: 3000,
      },
    });
    expect((await run('list')).text).not.toContain(text);
  });

  it('sets and lifts every limit', async () => {
    const limits = ['--per-minute', 'any', '--per-day', '7', '--concurrent', '2'];
    const minutes = ['--minutes-per-day', '30', '--minutes-per-month', 'any'];
    const sites = ['--sites', 'https://shop.example/,http://localhost:3000'];
    await run('create', '--name', 'Ann', ...limits, ...minutes, ...sites, '--expires', 'never');
    expect(await store.tokens()).toMatchObject([
      {
        expiresAt: null,
        grant: {
          sites: ['https://shop.example', 'http://localhost:3000'],
          perMinute: null,
          perDay: 7,
          concurrent: 2,
          minutesPerDay: 30,
          minutesPerMonth: null,
        },
      },
    ]);
  });

  it.each([
    ['create'],
    ['create', '--name', ''],
    ['create', '--name', 'a"b'],
    ['create', '--name', 'Ann', '--per-day', '0'],
    ['create', '--name', 'Ann', '--agents', 'a b'],
    ['create', '--name', 'Ann', '--sites', 'shop.example'],
    ['create', '--name', 'Ann', '--sites', 'https://shop.example/help'],
    ['create', '--name', 'Ann', '--expires', 'tomorrow'],
    ['create', '--name', 'Ann', '--nonsense', '1'],
    ['pair', '--name', 'Ann', '--concurrent', 'x'],
    ['rotate', 'nobody'],
    ['revoke'],
    ['nonsense'],
  ])('is told what is wrong, and nothing is made: %s %s %s %s %s', async (...words) => {
    expect(await run(...words.filter((word) => word !== undefined))).toMatchObject({ ok: false });
    expect(await store.tokens()).toEqual([]);
  });

  it('gives no two tokens one name', async () => {
    await run('create', '--name', 'Ann');
    expect(await run('create', '--name', 'Ann')).toMatchObject({ ok: false });
    expect(await run('pair', '--name', 'Ann')).toMatchObject({ ok: false });
  });

  it('rotates and revokes, and sees it in the list', async () => {
    const old = (await run('create', '--name', 'Ann')).text;
    const { text } = await run('rotate', 'Ann');
    expect(await store.tokenByHash(hashOf(old))).toBeNull();
    expect(await store.tokenByHash(hashOf(text))).toMatchObject({ name: 'Ann' });
    expect((await run('list')).text).toMatch(
      /^Ann \| valid \| made 2027-03-01 \| until 2027-05-30/,
    );
    expect(await run('revoke', 'Ann')).toMatchObject({ ok: true });
    expect((await run('list')).text).toContain('Ann | revoked');
    expect(await run('rotate', 'Ann')).toMatchObject({ ok: false });
  });

  it('gets help', async () => {
    expect(await run('help')).toEqual({ ok: true, text: HELP });
    expect(await run('list')).toEqual({ ok: true, text: 'There are no tokens yet.' });
  });
});
