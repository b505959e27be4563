import { type End, endOfClose } from './end.ts';
import type { Failure } from './failure.ts';

/** Where a conversation stands. `ended` is final; the next start makes a new conversation. */
type Phase = 'connecting' | 'listening' | 'speaking' | 'ending' | 'ended';

/** One thing said, by whom. */
export interface Turn {
  readonly role: 'user' | 'agent';
  readonly text: string;
  /** The SDK's event id, by which a correction finds its turn. */
  readonly eventId?: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A conversation as every surface may show it; the words never leave extension pages. */
export interface Conversation {
  readonly id: string;
  readonly agentId: string;
  /** The tab in which it was started. */
  readonly tabId: number;
  readonly phase: Phase;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly connectedAt?: number;
  readonly turns: readonly Turn[];
  /** What an error frame said, kept because the close that follows may look harmless. */
  readonly errorFrame?: string;
  readonly end?: End;
}

/** A conversation without its words, as the background journals it and surfaces watch it. */
export interface Summary extends Omit<Conversation, 'turns' | 'errorFrame'> {
  /** Counts what was published, so that a new word is a change too. */
  readonly revision: number;
}

/** The conversation there is, or the last there was; one at a time by construction. */
export type State = Conversation | null;

/** Something that happens in a conversation. */
export type Happening =
  | {
      readonly type: 'start';
      readonly agentId: string;
      readonly tabId: number;
      readonly at: number;
    }
  | { readonly type: 'connected'; readonly at: number }
  | { readonly type: 'mode'; readonly mode: 'listening' | 'speaking' }
  | { readonly type: 'said'; readonly turn: Turn }
  | { readonly type: 'corrected'; readonly eventId: number; readonly text: string }
  | { readonly type: 'error frame'; readonly text: string }
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }
  | { readonly type: 'end asked' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'released' };

/** What happens to conversation `id`; anything about another one is stale and ignored. */
export type Event = { readonly id: string } & Happening;

/** What the host must do: open the line, let everything go, tell the surfaces. */
export type Effect = 'open' | 'release' | 'publish';

type Step = readonly [State, readonly Effect[]];
type A<T extends Event['type']> = Extract<Event, { type: T }>;

/** Whether a conversation holds the line. */
export function isLive<T extends Pick<Conversation, 'phase'>>(state: T | null): state is T {
  return state !== null && state.phase !== 'ended';
}

/** A conversation without its words. */
export function summary(conversation: Conversation, revision: number): Summary {
  const { turns: _words, errorFrame: _said, ...rest } = conversation;
  return { ...rest, revision };
}

/** A conversation whose host was closed by the person: over, and for the reason it was ending already if there was one. */
export function cutOff(conversation: Summary): Summary {
  const { end = { by: 'user' }, revision } = conversation;
  return { ...conversation, phase: 'ended', end, revision: revision + 1 };
}

/** The whole life of a conversation: what it becomes, and what must be done about it. */
export function step(state: State, event: Event): Step {
  if (event.type === 'start') return isLive(state) ? [state, []] : started(event);
  if (!isLive(state) || state.id !== event.id) return [state, []];
  if (state.phase === 'ending') {
    return event.type === 'released' ? [{ ...state, phase: 'ended' }, ['publish']] : [state, []];
  }
  return ongoing(state, event);
}

function started({ id, agentId, tabId, at }: A<'start'>): Step {
  return [
    { id, agentId, tabId, phase: 'connecting', startedAt: at, turns: [] },
    ['open', 'publish'],
  ];
}

function ongoing(state: Conversation, event: Exclude<Event, { type: 'start' }>): Step {
  const end = endBy(state, event);
  if (end !== null) return [{ ...state, phase: 'ending', end }, ['release', 'publish']];
  switch (event.type) {
    case 'connected':
      return [{ ...state, phase: 'listening', connectedAt: event.at }, ['publish']];
    case 'mode':
      return changesMode(state, event)
        ? [{ ...state, phase: event.mode }, ['publish']]
        : [state, []];
    case 'said':
      return [{ ...state, turns: [...state.turns, event.turn] }, ['publish']];
    case 'corrected':
      return [{ ...state, turns: state.turns.map(correction(event)) }, ['publish']];
    case 'error frame':
      return [{ ...state, errorFrame: event.text }, []];
    default:
      return [state, []];
  }
}

/** Why this event ends the conversation, or null where it does not. */
function endBy(state: Conversation, event: Event): End | null {
  if (event.type === 'end asked') return { by: 'user' };
  if (event.type === 'failed') return { by: 'failure', failure: event.failure };
  if (event.type === 'closed') return endOfClose({ ...event, ...heard(state) });
  return null;
}

function changesMode({ phase }: Conversation, { mode }: A<'mode'>): boolean {
  return phase !== 'connecting' && phase !== mode;
}

function heard({ connectedAt, errorFrame }: Conversation) {
  return {
    connected: connectedAt !== undefined,
    ...(errorFrame === undefined ? {} : { errorFrame }),
  };
}

function correction({ eventId, text }: A<'corrected'>) {
  return (turn: Turn): Turn =>
    turn.role === 'agent' && turn.eventId === eventId ? { ...turn, text } : turn;
}
