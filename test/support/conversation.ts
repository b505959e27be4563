import type { Conversation } from '../../core/conversation.ts';
import type { Entry, Turn } from '../../core/transcript.ts';

/** A spoken conversation under way, but for what a test says of it. */
export function talk(change: Partial<Conversation> = {}): Conversation {
  return {
    id: 'a',
    agentId: 'echo',
    tabId: 7,
    frameId: 0,
    site: 'https://a.example',
    mode: 'voice',
    phase: 'listening',
    muted: false,
    startedAt: 1_000,
    connectedAt: 2_000,
    entries: [],
    ...change,
  };
}

/** A conversation that is over. */
export function over(change: Partial<Conversation> = {}): Conversation {
  return talk({ phase: 'ended', end: { by: 'user' }, ...change });
}

/** Something said. */
export function turn(role: Turn['role'], text: string, change: Partial<Turn> = {}): Entry {
  return { kind: 'turn', role, text, at: 3_000, ...change };
}
