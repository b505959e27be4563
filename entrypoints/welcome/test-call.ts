import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { type Summary, isLive } from '../../core/conversation.ts';
import { type Failure, failure } from '../../core/failure.ts';
import { type Result, failed } from '../../core/result.ts';

/** What a test call needs from the outside. */
export interface TestCallDoors {
  /** Starts a conversation in this page's own tab. */
  readonly start: (agentId: string) => Promise<Result>;
  readonly end: () => Promise<void>;
  /** Remembers that a call has worked. */
  readonly remember: () => Promise<void>;
}

/** How the test call stands. */
export type CallState =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly phase: Exclude<Summary['phase'], 'ended'> }
  | { readonly is: 'over' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** A call that proves the whole path. */
export type TestCall = ReturnType<typeof createTestCall>;

/**
 * Calls an agent from this page, and follows what becomes of it.
 * @param tabId the page's own tab: a conversation there is this page's
 * @param hasWorked whether a call worked before
 */
export function createTestCall(
  tabId: number,
  hasWorked: ReadonlySignal<boolean>,
  { start, end, remember }: TestCallDoors,
) {
  const state = signal<CallState>({ is: 'none' });
  /** The conversation that is this page's. */
  let own: string | null = null;

  return {
    state,
    hasWorked,
    isRunning: computed(() => state.value.is === 'running'),
    async call(agentId: string): Promise<void> {
      state.value = { is: 'running', phase: 'connecting' };
      const answer = await start(agentId).catch(() => failed(failure('unexpected')));
      if (!answer.ok) state.value = { is: 'failed', failure: answer.failure };
    },
    end,
    /** The conversation there is has changed. */
    news(now: Summary | null): void {
      if (now === null || now.tabId !== tabId) return;
      if (isLive(now)) own = now.id;
      if (now.id !== own) return;
      state.value = stateOf(now);
      if (now.connectedAt !== undefined && !hasWorked.value) void remember();
    },
  };
}

function stateOf({ phase, end }: Summary): CallState {
  if (phase !== 'ended') return { is: 'running', phase };
  return end?.by === 'failure' ? { is: 'failed', failure: end.failure } : { is: 'over' };
}
