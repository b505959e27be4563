import { describe, expect, it } from 'vitest';
import { type Conversation } from '../../../../core/conversation.ts';
import {
  dotOf,
  failureOf,
  mendOf,
  seen,
  talkedFor,
} from '../../../../entrypoints/shared/ui/talk.ts';

const LIVE: Conversation = {
  id: '1',
  agentId: 'echo',
  tabId: 7,
  frameId: 0,
  phase: 'listening',
  startedAt: 1_000,
  connectedAt: 2_000,
  entries: [],
  site: null,
  mode: 'voice',
  muted: false,
};
const OVER: Conversation = { ...LIVE, phase: 'ended', end: { by: 'agent' } };
const FAILED: Conversation = { ...OVER, end: { by: 'failure', failure: { code: 'network' } } };

describe('a conversation', () => {
  it('counts from when it connected, and no longer than it lasts', () => {
    const { connectedAt: _none, ...connecting } = LIVE;
    expect(talkedFor(LIVE, 5_000)).toBe(3_000);
    expect(talkedFor({ ...connecting, phase: 'connecting' }, 5_000)).toBeNull();
    expect(talkedFor(OVER, 5_000)).toBeNull();
  });

  it('shows its phase, and once it is over how it ended', () => {
    expect([LIVE, OVER, FAILED].map(dotOf)).toEqual(['listening', 'idle', 'error']);
    expect([LIVE, OVER, FAILED].map(failureOf)).toEqual([null, null, { code: 'network' }]);
  });

  it('stays when it has ended and its host is gone', () => {
    expect(seen(OVER, null)).toBe(OVER);
    expect(seen(LIVE, null)).toBeNull();
    expect(seen(OVER, LIVE)).toBe(LIVE);
  });
});

describe('mendOf', () => {
  it('offers what the popup can do', () => {
    expect(mendOf('microphone_denied')).toBe('microphone');
    expect(mendOf('backend_unreachable')).toBe('options');
    expect(mendOf('network')).toBeNull();
  });
});
