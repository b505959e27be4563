import { describe, expect, test } from 'vitest';
import { pillLook } from '../../../entrypoints/face/pill-look.ts';

const AGENT = { agentId: 'echo' } as const;

describe('before anybody talks', () => {
  test.each(['asking', 'connecting'] as const)('%s: it can be cancelled', (state) => {
    const look = pillLook({ ...AGENT, state, since: 5 });
    expect(look).toEqual({
      word: state,
      isVoice: false,
      isMuted: false,
      way: 'cancel',
      since: undefined,
    });
  });
});

describe('in a conversation', () => {
  test.each(['listening', 'speaking'] as const)('%s: muted or ended, and timed', (state) => {
    const look = pillLook({ ...AGENT, state, since: 5 });
    expect(look).toEqual({ word: state, isVoice: true, isMuted: false, way: 'end', since: 5 });
  });

  test('muted is a word of its own while the agent listens, and not while it speaks', () => {
    const muted = { ...AGENT, muted: true } as const;
    expect(pillLook({ ...muted, state: 'listening' })).toMatchObject({
      word: 'muted',
      isMuted: true,
    });
    expect(pillLook({ ...muted, state: 'speaking' })).toMatchObject({
      word: 'speaking',
      isMuted: true,
    });
  });

  test('in writing, there is nothing to mute', () => {
    const look = pillLook({ ...AGENT, state: 'listening', isText: true, muted: true });
    expect(look).toMatchObject({ word: 'text', isVoice: false, way: 'end' });
  });
});

test('what is ending cannot be ended', () => {
  expect(pillLook({ ...AGENT, state: 'ending' })).toMatchObject({ word: 'ending', way: null });
});
