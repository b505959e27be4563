import { describe, expect, it } from 'vitest';
import type { Counter, LeaseWish } from '../../../server/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { token } from '../../support/tokens.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');
const LATER = NOW + 60_000;
/** Redis forgets by its own clock, so what is to be found again must not have expired. */
const KEPT = Date.now() + 10 * 24 * 60 * 60_000 + NOW;

describeStores('what a store counts', ({ store, again, own }) => {
  const counter = (name: string, cap: number | null, add = 1): Counter => ({
    key: own(name),
    cap,
    add,
    expiresAt: KEPT,
  });
  const wish = (id: string, more: Partial<LeaseWish> = {}): LeaseWish => ({
    id: own(id),
    owner: own('ann'),
    now: NOW,
    expiresAt: LATER,
    cap: null,
    ...more,
  });
  const spent = (...names: string[]) => store().counts(names.map(own));

  describe('a reservation', () => {
    it('counts all or nothing, and says what was used up', async () => {
      const day = counter('day', 5);
      expect(await store().reserve([day, counter('minute', 1)], null)).toEqual({ ok: true });
      expect(await store().reserve([day, counter('minute', 1)], null)).toEqual({
        ok: false,
        over: 1,
      });
      expect(await spent('day', 'minute', 'never')).toEqual([1, 1, 0]);
    });

    it('may count without a limit, and look without counting', async () => {
      const free = counter('free', null);
      await store().reserve([free], null);
      expect(await store().reserve([free, counter('free', 2, 0)], null)).toEqual({ ok: true });
      expect(await store().reserve([counter('free', 2, 0)], null)).toEqual({ ok: false, over: 0 });
      expect(await spent('free')).toEqual([2]);
    });

    it('keeps to how many may run at once, until one is over', async () => {
      const [first, second] = [wish('1', { cap: 1 }), wish('2', { cap: 1, now: NOW + 1 })];
      expect(await store().reserve([], first)).toEqual({ ok: true });
      const refused = { ok: false, over: 'leases', freeAt: LATER };
      expect(await store().reserve([counter('day', null)], second)).toEqual(refused);
      expect(await spent('day')).toEqual([0]);
      expect(await store().running(own('ann'), NOW)).toBe(1);
      const after = { ...second, now: LATER, expiresAt: LATER + 1 };
      expect(await store().reserve([], after)).toEqual({ ok: true });
      expect(await store().running(own('ann'), LATER)).toBe(1);
      expect(await store().running(own('bert'), LATER)).toBe(0);
    });

    it('is given back', async () => {
      const counters = [counter('day', 1), counter('minutes', 60, 0)];
      await store().reserve(counters, wish('1', { cap: 1 }));
      await store().giveBack(counters, own('1'));
      expect(await spent('day', 'minutes')).toEqual([0, 0]);
      expect(await store().lease(own('1'))).toBeNull();
      expect(await store().reserve(counters, wish('2', { cap: 1 }))).toEqual({ ok: true });
    });

    it('is never one too many, however many ask at once', async () => {
      const ask = (_: unknown, i: number) =>
        store().reserve([counter('day', 10)], wish(String(i), { cap: 20 }));
      const answers = await Promise.all(Array.from({ length: 50 }, ask));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
      expect(await spent('day')).toEqual([10]);
    });
  });

  describe('a lease', () => {
    const minutes = () => [counter('minutes', null, 0)];
    const touch = (now: number, more: object = {}) =>
      store().touch({
        id: own('1'),
        owner: own('ann'),
        now,
        expiresAt: now + 60_000,
        isUnused: false,
        counters: minutes(),
        conversation: null,
        ...more,
      });

    it('counts the time from touch to touch', async () => {
      await store().reserve([], wish('1'));
      expect(await touch(NOW + 20_000)).toMatchObject({ spent: 20_000, at: NOW });
      expect(await touch(NOW + 50_000)).toMatchObject({ spent: 50_000 });
      expect(await spent('minutes')).toEqual([50_000]);
      expect(await store().lease(own('1'))).toMatchObject({ owner: own('ann'), isReported: false });
    });

    it('counts no time after it was over, and runs again once it is renewed', async () => {
      await store().reserve([], wish('1'));
      expect(await store().running(own('ann'), NOW + 90_000)).toBe(0);
      expect(await touch(NOW + 90_000)).toMatchObject({ spent: 60_000 });
      expect(await store().running(own('ann'), NOW + 90_000)).toBe(1);
    });

    it('ends once', async () => {
      await store().reserve([], wish('1'));
      expect(await touch(NOW + 5000, { expiresAt: null })).toMatchObject({ spent: 5000 });
      expect(await touch(NOW + 9000, { expiresAt: null })).toBeNull();
      expect(await store().running(own('ann'), NOW + 5000)).toBe(0);
      expect(await spent('minutes')).toEqual([5000]);
    });

    it('is nobody else’s', async () => {
      await store().reserve([], wish('1'));
      expect(await touch(NOW, { owner: own('bert') })).toBeNull();
      expect(await touch(NOW, { id: own('2') })).toBeNull();
      expect(await store().lease(own('2'))).toBeNull();
    });

    it('is found by its conversation, which the first to say so has', async () => {
      await store().reserve([], wish('1'));
      await store().reserve([], wish('2'));
      await touch(NOW, { conversation: own('conv') });
      await touch(NOW, { conversation: own('conv'), id: own('2') });
      expect(await store().leaseOf(own('conv'))).toMatchObject({ id: own('1') });
      expect(await store().leaseOf(own('other'))).toBeNull();
    });

    it('is found by the name it was given, which is no touch', async () => {
      await store().reserve([], wish('1'));
      await store().reserve([], wish('2'));
      await store().name(own('1'), own('conv'), KEPT);
      await store().name(own('2'), own('conv'), KEPT);
      expect(await store().leaseOf(own('conv'))).toMatchObject({ id: own('1'), isTouched: false });
      await touch(NOW + 1);
      expect(await store().lease(own('1'))).toMatchObject({ isTouched: true });
    });

    it('counts no time up to its first touch where nothing was used until then', async () => {
      await store().reserve([], wish('1'));
      expect(await touch(NOW + 20_000, { isUnused: true })).toMatchObject({ spent: 0 });
      expect(await touch(NOW + 50_000, { isUnused: true })).toMatchObject({ spent: 30_000 });
      expect(await spent('minutes')).toEqual([30_000]);
    });

    it('is settled once by what was reported, from when on it counts nothing', async () => {
      await store().reserve([], wish('1'));
      await touch(NOW + 20_000);
      expect(await store().settle(own('1'), 12_000, minutes())).toBe(true);
      expect(await store().settle(own('1'), 99_000, minutes())).toBe(false);
      expect(await store().settle(own('2'), 99_000, minutes())).toBe(false);
      expect(await touch(NOW + 30_000)).toMatchObject({ spent: 12_000, isReported: true });
      expect(await spent('minutes')).toEqual([12_000]);
    });
  });

  it('adds once for each id, and never below nothing', async () => {
    const minutes = counter('minutes', null, 7);
    expect(await store().addOnce(own('x'), KEPT, [minutes])).toBe(true);
    expect(await store().addOnce(own('x'), KEPT, [minutes])).toBe(false);
    await store().giveBack([{ ...minutes, add: 9 }], null);
    expect(await spent('minutes')).toEqual([0]);
    expect(await store().counts([])).toEqual([]);
  });

  it('is all there after it was closed and opened again', async () => {
    await store().createToken(token({ name: own('Ann'), hash: own('a1') }));
    await store().reserve([counter('day', null)], wish('1'));
    await store().close();
    const later = again();
    expect(await later.counts([own('day')])).toEqual([1]);
    expect(await later.tokenByHash(own('a1'))).not.toBeNull();
    expect(await later.running(own('ann'), NOW)).toBe(1);
    await later.close();
  });
});
