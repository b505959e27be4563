import { describe, expect, it, vi } from 'vitest';
import { examine } from '../../../entrypoints/popup/doctor.ts';

const SETTINGS = { cardSelector: '.voice-card', sites: ['https://a.example'], sitesOff: [] };
const TOP = { frameId: 0, agentIds: ['echo'], isReached: true, frames: [] };

async function found(agentId: string) {
  return [{ agentId, state: 'idle', isShown: true } as const];
}

describe('examine', () => {
  it('asks every frame that has cards and somebody of ours, and no other', async () => {
    const cards = vi.fn((_: number, frameId: number) => found(`of-${frameId}`));
    const frames = [
      TOP,
      { ...TOP, frameId: 4, agentIds: [] },
      { ...TOP, frameId: 5, isReached: false, agentIds: ['lost'] },
      { ...TOP, frameId: 6 },
    ];
    const findings = await examine(7, SETTINGS, { lookIntoPage: async () => frames, cards });
    expect(cards.mock.calls).toEqual([
      [7, 0],
      [7, 6],
    ]);
    expect(findings.cards.map(({ agentId, isReached }) => [agentId, isReached])).toEqual([
      ['of-0', true],
      ['lost', false],
      ['of-6', true],
    ]);
  });

  it('counts frames of sites on which voice is off, and those alone', async () => {
    const frames = [
      'https://b.example/x',
      'https://a.example/y',
      'about:blank',
      'https://c.example',
    ];
    const findings = await examine(7, SETTINGS, {
      lookIntoPage: async () => [{ ...TOP, frames }],
      cards: () => found('echo'),
    });
    expect(findings.foreignFrames).toBe(2);
  });

  it('says when the page may not be looked into', async () => {
    const lookIntoPage = () => Promise.reject(new Error('no access'));
    const findings = await examine(7, SETTINGS, { lookIntoPage, cards: () => found('echo') });
    expect(findings).toEqual({ isOpen: false, cards: [], foreignFrames: 0 });
  });
});
