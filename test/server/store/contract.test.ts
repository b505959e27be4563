import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRedis } from '../../../server/store/redis.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Counter, LeaseWish, Store } from '../../../server/store/store.ts';
import { type RedisServer, startRedis } from '../../support/redis.ts';
import { token } from '../../support/tokens.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');
const LATER = NOW + 60_000;
/** Redis forgets by its own clock, so what is to be found again must not have expired. */
const KEPT = Date.now() + 10 * 24 * 60 * 60_000 + NOW;

let redis: RedisServer;
let folder: string;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const STORES = {
  SQLite: () => openSqlite(folder),
  Redis: () => openRedis(redis.url, () => undefined),
};

/** Names that no earlier test has used: Redis keeps what it was given. */
let run = 0;
const own = (name: string): string => `${name}-${run}`;

function counter(name: string, cap: number | null, add = 1): Counter {
  return { key: own(name), cap, add, expiresAt: KEPT };
}

function wish(id: string, more: Partial<LeaseWish> = {}): LeaseWish {
  return { id: own(id), owner: own('ann'), now: NOW, expiresAt: LATER, cap: null, ...more };
}

describe.each(Object.entries(STORES))('the store in %s', (_name, open) => {
  let store: Store;
  beforeEach(async () => {
    run++;
    folder = mkdtempSync(join(tmpdir(), 'voice-cards-store-'));
    store = open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const spent = (...names: string[]) => store.counts(names.map(own));

  describe('tokens', () => {
    it('are found by their hash, and listed', async () => {
      const ann = token({ name: own('Ann'), hash: own('a1'), expiresAt: LATER });
      expect(await store.createToken(ann)).toBe(true);
      expect(await store.tokenByHash(own('a1'))).toEqual(ann);
      expect(await store.tokenByHash(own('a2'))).toBeNull();
      expect(await store.hasTokens()).toBe(true);
      const { hash: _hash, ...listed } = ann;
      expect(await store.tokens()).toContainEqual(listed);
    });

    it('have names of their own', async () => {
      await store.createToken(token({ name: own('Ann'), hash: own('a1') }));
      const other = token({ name: own('Ann'), hash: own('a2'), id: 'other' });
      expect(await store.createToken(other)).toBe(false);
      expect(await store.tokenByHash(own('a2'))).toBeNull();
    });

    it('are revoked once', async () => {
      await store.createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store.revokeToken(own('Ann'), NOW)).toBe(true);
      expect(await store.revokeToken(own('Ann'), LATER)).toBe(false);
      expect(await store.revokeToken(own('Bert'), NOW)).toBe(false);
      expect(await store.tokenByHash(own('a1'))).toMatchObject({ revokedAt: NOW });
    });

    it('are what another process makes of them', async () => {
      const other = open();
      await store.createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store.tokenByHash(own('a1'))).toMatchObject({ revokedAt: null });
      await other.revokeToken(own('Ann'), NOW);
      expect(await store.tokenByHash(own('a1'))).toMatchObject({ revokedAt: NOW });
      await other.close();
    });

    it('get another secret, unless they have ended', async () => {
      await store.createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store.rotateToken(own('Ann'), own('a2'))).toBe(true);
      expect(await store.tokenByHash(own('a1'))).toBeNull();
      expect(await store.tokenByHash(own('a2'))).toMatchObject({ name: own('Ann') });
      await store.revokeToken(own('Ann'), NOW);
      expect(await store.rotateToken(own('Ann'), own('a3'))).toBe(false);
      expect(await store.rotateToken(own('Bert'), own('b1'))).toBe(false);
    });
  });

  describe('pairings', () => {
    const { grant } = token();
    const offer = () => ({
      name: own('7KQ2'),
      hash: 'h',
      expiresAt: KEPT,
      triesLeft: 2,
      token: { name: 'Ann', expiresAt: null, grant },
    });

    it('can be tried so many times, and taken once', async () => {
      await store.offerPairing(offer());
      expect(await store.tryPairing(own('7KQ2'), NOW)).toEqual(offer());
      expect(await store.tryPairing(own('7KQ2'), NOW)).toEqual({ ...offer(), triesLeft: 1 });
      expect(await store.tryPairing(own('7KQ2'), NOW)).toBeNull();
      expect(await store.takePairing(own('7KQ2'))).toBe(true);
      expect(await store.takePairing(own('7KQ2'))).toBe(false);
    });

    it('are over after their time', async () => {
      await store.offerPairing(offer());
      expect(await store.tryPairing(own('7KQ2'), KEPT)).toBeNull();
      expect(await store.tryPairing(own('nobody'), NOW)).toBeNull();
    });
  });

  describe('a reservation', () => {
    it('counts all or nothing, and says what was used up', async () => {
      const day = counter('day', 5);
      expect(await store.reserve([day, counter('minute', 1)], null)).toEqual({ ok: true });
      expect(await store.reserve([day, counter('minute', 1)], null)).toEqual({
        ok: false,
        over: 1,
      });
      expect(await spent('day', 'minute', 'never')).toEqual([1, 1, 0]);
    });

    it('may count without a limit, and look without counting', async () => {
      const free = counter('free', null);
      await store.reserve([free], null);
      expect(await store.reserve([free, counter('free', 2, 0)], null)).toEqual({ ok: true });
      expect(await store.reserve([counter('free', 2, 0)], null)).toEqual({ ok: false, over: 0 });
      expect(await spent('free')).toEqual([2]);
    });

    it('keeps to how many may run at once, until one is over', async () => {
      const [first, second] = [wish('1', { cap: 1 }), wish('2', { cap: 1, now: NOW + 1 })];
      expect(await store.reserve([], first)).toEqual({ ok: true });
      const refused = { ok: false, over: 'leases', freeAt: LATER };
      expect(await store.reserve([counter('day', null)], second)).toEqual(refused);
      expect(await spent('day')).toEqual([0]);
      expect(await store.running(own('ann'), NOW)).toBe(1);
      const after = { ...second, now: LATER, expiresAt: LATER + 1 };
      expect(await store.reserve([], after)).toEqual({ ok: true });
      expect(await store.running(own('ann'), LATER)).toBe(1);
      expect(await store.running(own('bert'), LATER)).toBe(0);
    });

    it('is given back', async () => {
      const counters = [counter('day', 1), counter('minutes', 60, 0)];
      await store.reserve(counters, wish('1', { cap: 1 }));
      await store.giveBack(counters, own('1'));
      expect(await spent('day', 'minutes')).toEqual([0, 0]);
      expect(await store.lease(own('1'))).toBeNull();
      expect(await store.reserve(counters, wish('2', { cap: 1 }))).toEqual({ ok: true });
    });

    it('is never one too many, however many ask at once', async () => {
      const ask = (_: unknown, i: number) =>
        store.reserve([counter('day', 10)], wish(String(i), { cap: 20 }));
      const answers = await Promise.all(Array.from({ length: 50 }, ask));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
      expect(await spent('day')).toEqual([10]);
    });
  });

  describe('a lease', () => {
    const minutes = () => [counter('minutes', null, 0)];
    const touch = (now: number, more: object = {}) =>
      store.touch({
        id: own('1'),
        owner: own('ann'),
        now,
        expiresAt: now + 60_000,
        counters: minutes(),
        conversation: null,
        ...more,
      });

    it('counts the time from touch to touch', async () => {
      await store.reserve([], wish('1'));
      expect(await touch(NOW + 20_000)).toMatchObject({ spent: 20_000, at: NOW });
      expect(await touch(NOW + 50_000)).toMatchObject({ spent: 50_000 });
      expect(await spent('minutes')).toEqual([50_000]);
      expect(await store.lease(own('1'))).toMatchObject({ owner: own('ann'), isReported: false });
    });

    it('counts no time after it was over, and runs again once it is renewed', async () => {
      await store.reserve([], wish('1'));
      expect(await store.running(own('ann'), NOW + 90_000)).toBe(0);
      expect(await touch(NOW + 90_000)).toMatchObject({ spent: 60_000 });
      expect(await store.running(own('ann'), NOW + 90_000)).toBe(1);
    });

    it('ends once', async () => {
      await store.reserve([], wish('1'));
      expect(await touch(NOW + 5000, { expiresAt: null })).toMatchObject({ spent: 5000 });
      expect(await touch(NOW + 9000, { expiresAt: null })).toBeNull();
      expect(await store.running(own('ann'), NOW + 5000)).toBe(0);
      expect(await spent('minutes')).toEqual([5000]);
    });

    it('is nobody else’s', async () => {
      await store.reserve([], wish('1'));
      expect(await touch(NOW, { owner: own('bert') })).toBeNull();
      expect(await touch(NOW, { id: own('2') })).toBeNull();
      expect(await store.lease(own('2'))).toBeNull();
    });

    it('is found by its conversation, which the first to say so has', async () => {
      await store.reserve([], wish('1'));
      await store.reserve([], wish('2'));
      await touch(NOW, { conversation: own('conv') });
      await touch(NOW, { conversation: own('conv'), id: own('2') });
      expect(await store.leaseOf(own('conv'))).toMatchObject({ id: own('1') });
      expect(await store.leaseOf(own('other'))).toBeNull();
    });

    it('is settled once by what was reported, from when on it counts nothing', async () => {
      await store.reserve([], wish('1'));
      await touch(NOW + 20_000);
      expect(await store.settle(own('1'), 12_000, minutes())).toBe(true);
      expect(await store.settle(own('1'), 99_000, minutes())).toBe(false);
      expect(await store.settle(own('2'), 99_000, minutes())).toBe(false);
      expect(await touch(NOW + 30_000)).toMatchObject({ spent: 12_000, isReported: true });
      expect(await spent('minutes')).toEqual([12_000]);
    });
  });

  it('adds once for each id, and never below nothing', async () => {
    const minutes = counter('minutes', null, 7);
    expect(await store.addOnce(own('x'), KEPT, [minutes])).toBe(true);
    expect(await store.addOnce(own('x'), KEPT, [minutes])).toBe(false);
    await store.giveBack([{ ...minutes, add: 9 }], null);
    expect(await spent('minutes')).toEqual([0]);
    expect(await store.counts([])).toEqual([]);
  });

  it('still has everything after it was closed and opened again', async () => {
    await store.createToken(token({ name: own('Ann'), hash: own('a1') }));
    await store.reserve([counter('day', null)], wish('1'));
    await store.close();
    store = open();
    expect(await spent('day')).toEqual([1]);
    expect(await store.tokenByHash(own('a1'))).not.toBeNull();
    expect(await store.running(own('ann'), NOW)).toBe(1);
  });
});
