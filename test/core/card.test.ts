import { expect, test } from 'vitest';
import { buttonLook, cardView, clickMeans, isMicrophoneLive } from '../../core/card.ts';
import { failure } from '../../core/failure.ts';

const LIVE = { agentId: 'a', mode: 'voice', phase: 'speaking', muted: false } as const;

test('a click starts what rests, ends what lives, and leaves alone what is ending', () => {
  expect((['idle', 'error'] as const).map(clickMeans)).toEqual(['start', 'start']);
  expect((['asking', 'connecting', 'listening', 'speaking'] as const).map(clickMeans)).toEqual([
    'end',
    'end',
    'end',
    'end',
  ]);
  expect(clickMeans('ending')).toBe('nothing');
});

test('a button is pressed while one talks, and busy on the way there and back', () => {
  expect(buttonLook('listening')).toEqual({ recording: true, pressed: true, busy: false });
  expect(buttonLook('connecting')).toEqual({ recording: false, pressed: false, busy: true });
  expect(buttonLook('error')).toEqual({ recording: false, pressed: false, busy: false });
});

test('a page shows what lives and what failed, and nothing of what ended well', () => {
  expect(cardView(LIVE)).toEqual({
    agentId: 'a',
    state: 'speaking',
  });
  expect(cardView({ ...LIVE, phase: 'ended', end: { by: 'agent' } })).toBe(null);
  const lost = { by: 'failure', failure: failure('network', 'words of the other side') } as const;
  expect(cardView({ ...LIVE, phase: 'ended', end: lost })).toEqual({
    agentId: 'a',
    state: 'error',
    failure: 'network',
  });
});

test('a page is told when to try again, where that is known', () => {
  const busy = { by: 'failure', failure: { code: 'rate_limited', retryAfter: 30 } } as const;
  expect(cardView({ ...LIVE, phase: 'ended', end: busy })).toMatchObject({ retryAfter: 30 });
});

test('a page is told of what its card must show: in writing, muted, since when', () => {
  expect(cardView({ ...LIVE, mode: 'text', muted: true, connectedAt: 1_000 })).toEqual({
    agentId: 'a',
    state: 'speaking',
    isText: true,
    muted: true,
    since: 1_000,
  });
});

test('the microphone is live in a spoken conversation that is not muted', () => {
  expect(isMicrophoneLive(LIVE)).toBe(true);
  expect(isMicrophoneLive({ ...LIVE, muted: true })).toBe(false);
  expect(isMicrophoneLive({ ...LIVE, mode: 'text' })).toBe(false);
  expect(isMicrophoneLive({ ...LIVE, phase: 'ended' })).toBe(false);
});
