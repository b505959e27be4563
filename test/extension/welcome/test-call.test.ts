import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Summary } from '../../../core/conversation.ts';
import { failure } from '../../../core/failure.ts';
import { type Result, failed, good } from '../../../core/result.ts';
import { createTestCall } from '../../../entrypoints/welcome/test-call.ts';

const SUMMARY: Summary = {
  id: 'a',
  agentId: 'echo',
  tabId: 7,
  frameId: 0,
  site: null,
  mode: 'voice',
  phase: 'connecting',
  muted: false,
  startedAt: 1000,
  revision: 1,
};

function testCall(answer: Result = good(null)) {
  const remember = vi.fn(async () => undefined);
  const doors = { start: async () => answer, end: async () => undefined, remember };
  return { remember, call: createTestCall(7, signal(false), doors) };
}

describe('the test call', () => {
  it('follows its own conversation, and remembers one that connected', async () => {
    const { call, remember } = testCall();
    await call.call('echo');
    call.news(SUMMARY);
    expect(call.state.value).toEqual({ is: 'running', phase: 'connecting' });
    expect(remember).not.toHaveBeenCalled();
    call.news({ ...SUMMARY, phase: 'speaking', connectedAt: 1200 });
    expect(call.state.value).toEqual({ is: 'running', phase: 'speaking' });
    expect(remember).toHaveBeenCalledOnce();
    call.news({ ...SUMMARY, phase: 'ended', end: { by: 'user' } });
    expect(call.state.value).toEqual({ is: 'over' });
  });

  it("takes no notice of another tab's conversation, nor of one that was over before", () => {
    const { call, remember } = testCall();
    call.news({ ...SUMMARY, tabId: 8, phase: 'speaking', connectedAt: 1200 });
    call.news({ ...SUMMARY, phase: 'ended', end: { by: 'user' }, connectedAt: 1200 });
    expect(call.state.value).toEqual({ is: 'none' });
    expect(remember).not.toHaveBeenCalled();
  });

  it('says why it failed, at the start or later', async () => {
    const { call } = testCall(failed(failure('busy')));
    await call.call('echo');
    expect(call.state.value).toEqual({ is: 'failed', failure: { code: 'busy' } });
    const { call: later } = testCall();
    await later.call('echo');
    later.news(SUMMARY);
    later.news({ ...SUMMARY, phase: 'ended', end: { by: 'failure', failure: failure('network') } });
    expect(later.state.value).toEqual({ is: 'failed', failure: { code: 'network' } });
  });
});
