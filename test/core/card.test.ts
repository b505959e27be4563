import { expect, test } from 'vitest';
import { buttonLook, cardView, clickMeans } from '../../core/card.ts';
import { failure } from '../../core/failure.ts';

test('a click starts what rests, ends what lives, and leaves alone what is ending', () => {
  expect((['idle', 'error'] as const).map(clickMeans)).toEqual(['start', 'start']);
  expect((['connecting', 'listening', 'speaking'] as const).map(clickMeans)).toEqual([
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
  expect(cardView({ agentId: 'a', phase: 'speaking' })).toEqual({
    agentId: 'a',
    state: 'speaking',
  });
  expect(cardView({ agentId: 'a', phase: 'ended', end: { by: 'agent' } })).toBe(null);
  const lost = { by: 'failure', failure: failure('network', 'words of the other side') } as const;
  expect(cardView({ agentId: 'a', phase: 'ended', end: lost })).toEqual({
    agentId: 'a',
    state: 'error',
    failure: 'network',
  });
});

test('a page is told when to try again, where that is known', () => {
  const busy = { by: 'failure', failure: { code: 'rate_limited', retryAfter: 30 } } as const;
  expect(cardView({ agentId: 'a', phase: 'ended', end: busy })).toMatchObject({ retryAfter: 30 });
});
