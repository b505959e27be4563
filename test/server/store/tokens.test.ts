import { describe, expect, it } from 'vitest';
import { describeStores } from '../../support/stores.ts';
import { token } from '../../support/tokens.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');
const LATER = NOW + 60_000;
/** Redis forgets by its own clock, so what is to be found again must not have expired. */
const KEPT = Date.now() + 10 * 24 * 60 * 60_000 + NOW;

describeStores('what a store keeps', ({ store, again, own }) => {
  describe('tokens', () => {
    it('are found by their hash, and listed', async () => {
      const ann = token({ name: own('Ann'), hash: own('a1'), expiresAt: LATER });
      expect(await store().createToken(ann)).toBe(true);
      expect(await store().tokenByHash(own('a1'))).toEqual(ann);
      expect(await store().tokenByHash(own('a2'))).toBeNull();
      expect(await store().hasTokens()).toBe(true);
      const { hash: _hash, ...listed } = ann;
      expect(await store().tokens()).toContainEqual(listed);
    });

    it('have names of their own', async () => {
      await store().createToken(token({ name: own('Ann'), hash: own('a1') }));
      const other = token({ name: own('Ann'), hash: own('a2'), id: 'other' });
      expect(await store().createToken(other)).toBe(false);
      expect(await store().tokenByHash(own('a2'))).toBeNull();
    });

    it('are revoked once', async () => {
      await store().createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store().revokeToken(own('Ann'), NOW)).toBe(true);
      expect(await store().revokeToken(own('Ann'), LATER)).toBe(false);
      expect(await store().revokeToken(own('Bert'), NOW)).toBe(false);
      expect(await store().tokenByHash(own('a1'))).toMatchObject({ revokedAt: NOW });
    });

    it('are what another process makes of them', async () => {
      const other = again();
      await store().createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store().tokenByHash(own('a1'))).toMatchObject({ revokedAt: null });
      await other.revokeToken(own('Ann'), NOW);
      expect(await store().tokenByHash(own('a1'))).toMatchObject({ revokedAt: NOW });
      await other.close();
    });

    it('get another secret, unless they have ended', async () => {
      await store().createToken(token({ name: own('Ann'), hash: own('a1') }));
      expect(await store().rotateToken(own('Ann'), own('a2'))).toBe(true);
      expect(await store().tokenByHash(own('a1'))).toBeNull();
      expect(await store().tokenByHash(own('a2'))).toMatchObject({ name: own('Ann') });
      await store().revokeToken(own('Ann'), NOW);
      expect(await store().rotateToken(own('Ann'), own('a3'))).toBe(false);
      expect(await store().rotateToken(own('Bert'), own('b1'))).toBe(false);
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
      await store().offerPairing(offer());
      expect(await store().tryPairing(own('7KQ2'), NOW)).toEqual(offer());
      expect(await store().tryPairing(own('7KQ2'), NOW)).toEqual({ ...offer(), triesLeft: 1 });
      expect(await store().tryPairing(own('7KQ2'), NOW)).toBeNull();
      expect(await store().takePairing(own('7KQ2'))).toBe(true);
      expect(await store().takePairing(own('7KQ2'))).toBe(false);
    });

    it('are over after their time', async () => {
      await store().offerPairing(offer());
      expect(await store().tryPairing(own('7KQ2'), KEPT)).toBeNull();
      expect(await store().tryPairing(own('nobody'), NOW)).toBeNull();
    });
  });
});
