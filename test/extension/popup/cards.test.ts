import { describe, expect, it } from 'vitest';
import { listCards, readCards } from '../../../entrypoints/popup/cards.ts';

describe('readCards', () => {
  it.each([
    [null],
    [undefined],
    ['cards'],
    [[{ agentId: 7, state: 'idle', isShown: true }]],
    [[{ agentId: 'a', state: 'x' }]],
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

describe('listCards', () => {
  it('names agents the catalogue knows, and flags ids that cannot be', () => {
    const found = [
      { agentId: 'echo', state: 'speaking', isShown: true },
      { agentId: 'other', state: 'idle', isShown: true },
      { agentId: 'no id', state: 'idle', isShown: true },
    ] as const;
    expect(listCards(found, new Map([['echo', 'Echo']]))).toEqual([
      { name: 'Echo', isValid: true, state: 'speaking', isShown: true },
      { name: 'other', isValid: true, state: 'idle', isShown: true },
      { name: 'no id', isValid: false, state: 'idle', isShown: true },
    ]);
  });
});
