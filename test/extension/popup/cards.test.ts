import { describe, expect, it } from 'vitest';
import { listCards, readCards } from '../../../entrypoints/popup/cards.ts';

describe('readCards', () => {
  it.each([
    [null],
    [undefined],
    ['cards'],
    [[{ agentId: 7, state: 'idle', isShown: true }]],
    [[{ agentId: 'a', state: 'x', isShown: true }]],
    [[{ agentId: 'a', state: 'idle' }]],
  ])('finds nothing in %j', (answer) => {
    expect(readCards(answer)).toEqual([]);
  });

  it('reads at most a hundred', () => {
    expect(
      readCards(
        Array.from({ length: 101 }, () => ({ agentId: 'a', state: 'idle', isShown: true })),
      ),
    ).toHaveLength(100);
  });
});

const CATALOGUE = new Map([['echo', 'Echo']]);
const CARD = { agentId: 'echo', state: 'idle', isShown: true, isReached: true } as const;

describe('listCards', () => {
  it('names agents the catalogue knows, and cuts what a page may write', () => {
    const other = { ...CARD, agentId: 'x'.repeat(200) };
    const names = listCards([CARD, other], CATALOGUE, false).map(({ name }) => name);
    expect(names).toEqual(['Echo', 'x'.repeat(80)]);
  });

  it.each([
    ['works', {}, null],
    ['has an id that can be none', { agentId: 'no id' }, 'invalid'],
    ['is for an agent the backend does not have', { agentId: 'other' }, 'unknown'],
    ['cannot be seen', { isShown: false }, 'hidden'],
    ['talks, out of sight', { isShown: false, state: 'speaking' }, null],
    ['is where nobody of ours is', { isReached: false, agentId: 'no id' }, 'out_of_reach'],
  ] as const)('a card that %s', (_, change, ailment) => {
    expect(listCards([{ ...CARD, ...change }], CATALOGUE, false)[0]?.ailment).toBe(ailment);
  });

  it('suspects no agent where nobody knows which there are, or where it may be a public one', () => {
    const other = { ...CARD, agentId: 'other' };
    expect(listCards([other], null, false)[0]?.ailment).toBeNull();
    expect(listCards([other], CATALOGUE, true)[0]?.ailment).toBeNull();
  });
});
