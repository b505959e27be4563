import { describe, expect, it, vi } from 'vitest';
import { examine } from '../../../entrypoints/popup/doctor.ts';

const SETTINGS = { cardSelector: '.voice-card', sites: ['https://a.example'], sitesOff: [] };
const TOP = { frameId: 0, agentIds: ['echo'], isReached: true, hasMarks: false, frames: [] };
const marks = async () => [];

async function found(agentId: string) {
  return [{ agentId, state: 'idle', isShown: true } as const];
}

describe('examine', () => {
  it('asks every frame with somebody of ours, who may know of cards that are not seen, and no other', async () => {
    const cards = vi.fn((_: number, frameId: number) => found(`of-${frameId}`));
    const frames = [
      TOP,
      { ...TOP, frameId: 4, agentIds: [] },
      { ...TOP, frameId: 5, isReached: false, agentIds: ['lost'] },
      { ...TOP, frameId: 6 },
    ];
    const lookIntoPage = async () => frames;
    const findings = await examine(7, SETTINGS, { lookIntoPage, cards, marks });
    expect(cards.mock.calls).toEqual([
      [7, 0],
      [7, 4],
      [7, 6],
    ]);
    expect(findings.cards.map(({ agentId, isReached }) => [agentId, isReached])).toEqual([
      ['of-0', true],
      ['of-4', true],
      ['lost', false],
      ['of-6', true],
    ]);
  });

  it('asks for marks where somebody looks for them, and believes no nonsense', async () => {
    const asked = vi.fn(async (_: number, frameId: number) => [
      { id: 'm', state: frameId === 0 ? ('moved' as const) : ('gone' as const), places: ['Buy'] },
    ]);
    const frames = [
      { ...TOP, hasMarks: true },
      { ...TOP, frameId: 4 },
      { ...TOP, frameId: 5, hasMarks: true, agentIds: [] },
    ];
    const doors = { lookIntoPage: async () => frames, cards: () => found('echo') };
    const findings = await examine(7, SETTINGS, { ...doors, marks: asked });
    expect(asked.mock.calls.map(([, frameId]) => frameId)).toEqual([0, 5]);
    expect(findings.marks.map(({ frameId, state }) => [frameId, state])).toEqual([
      [0, 'moved'],
      [5, 'gone'],
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
      marks,
    });
    expect(findings.foreignFrames).toBe(2);
  });

  it('says when the page may not be looked into', async () => {
    const lookIntoPage = () => Promise.reject(new Error('no access'));
    const cards = () => found('echo');
    const findings = await examine(7, SETTINGS, { lookIntoPage, cards, marks });
    expect(findings).toEqual({ isOpen: false, cards: [], marks: [], foreignFrames: 0 });
  });
});
