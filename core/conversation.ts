import { type End, endOfClose } from './end.ts';
import type { Failure } from './failure.ts';

/** Where a conversation stands. `ended` is final; the next start makes a new conversation. */
type Phase = 'connecting' | 'listening' | 'speaking' | 'ending' | 'ended';

/** What ends a conversation that nobody ends: its greatest length, and a silence. */
export type Limit = 'max_length' | 'silence';

/** A line that is lost within so many milliseconds, before anybody spoke, is opened once more. */
const REOPEN_MS = 3_000;

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
  /** The tab in which it was started, and the frame in it; 0 is the page itself. */
  readonly tabId: number;
  readonly frameId: number;
  readonly phase: Phase;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly connectedAt?: number;
  readonly turns: readonly Turn[];
  /** Which limit is about to end it. */
  readonly warning?: Limit;
  /** Whether the line was lost at once and opened a second time. */
  readonly reopened?: true;
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
      readonly frameId: number;
      readonly at: number;
    }
  | { readonly type: 'connected'; readonly at: number }
  | { readonly type: 'mode'; readonly mode: 'listening' | 'speaking' }
  | { readonly type: 'said'; readonly turn: Turn }
  | { readonly type: 'corrected'; readonly eventId: number; readonly text: string }
  | { readonly type: 'error frame'; readonly text: string }
  | {
      readonly type: 'closed';
      readonly code: number;
      readonly reason: string;
      readonly at: number;
    }
  | { readonly type: 'limit near'; readonly limit: Limit }
  | { readonly type: 'limit far' }
  | { readonly type: 'end asked' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'released' };

/** What happens to conversation `id`; anything about another one is stale and ignored. */
export type Event = { readonly id: string } & Happening;

/** What the host must do: open the line, let go of it and open another, let everything go, tell the surfaces. */
export type Effect = 'open' | 'reopen' | 'release' | 'publish';

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

/** A conversation whose host is gone: over, and for the reason it was ending already if there was one. */
export function cutOff(conversation: Summary, because: End): Summary {
  const { end = because, revision } = conversation;
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

function started({ type: _start, at, ...start }: A<'start'>): Step {
  return [{ ...start, phase: 'connecting', startedAt: at, turns: [] }, ['open', 'publish']];
}

function ongoing(state: Conversation, event: Exclude<Event, { type: 'start' }>): Step {
  if (event.type === 'closed' && isWorthReopening(state, event)) return reopened(state);
  const end = endBy(state, event);
  if (end !== null) return [{ ...state, phase: 'ending', end }, ['release', 'publish']];
  const next = changed(state, event);
  return [next, next === state ? [] : ['publish']];
}

function changed(state: Conversation, event: Event): Conversation {
  switch (event.type) {
    case 'connected':
      return { ...state, phase: 'listening', connectedAt: event.at };
    case 'mode':
      return changesMode(state, event) ? { ...state, phase: event.mode } : state;
    case 'limit near':
      return { ...state, warning: event.limit };
    case 'limit far':
      return without(state, 'warning');
    default:
      return withWords(state, event);
  }
}

function withWords(state: Conversation, event: Event): Conversation {
  switch (event.type) {
    case 'said':
      return { ...state, turns: [...state.turns, event.turn] };
    case 'corrected':
      return { ...state, turns: state.turns.map(correction(event)) };
    case 'error frame':
      return { ...state, errorFrame: event.text };
    default:
      return state;
  }
}

/**
 * A new conversation is billed and knows nothing of the old one, so nothing is retried in silence,
 * but for this: the network failed at once and nothing was said.
 */
function isWorthReopening(state: Conversation, { code, at }: A<'closed'>): boolean {
  const isEarly = at - (state.connectedAt ?? at) < REOPEN_MS;
  return code === 1006 && isEarly && state.turns.length === 0 && state.reopened === undefined;
}

function reopened(state: Conversation): Step {
  const again = { ...without(state, 'connectedAt'), phase: 'connecting', reopened: true } as const;
  return [again, ['reopen', 'publish']];
}

function without<K extends 'warning' | 'connectedAt'>(state: Conversation, key: K) {
  const { [key]: _gone, ...rest } = state;
  return rest;
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
