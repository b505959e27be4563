import { type End, endOfClose } from './end.ts';
import type { Failure } from './failure.ts';
import type { Site } from './site.ts';
import { type Entry, type Writing, carriedOver, settled, written } from './transcript.ts';

/** Where a conversation stands. `ended` is final; the next start makes a new conversation. */
type Phase = 'connecting' | 'listening' | 'speaking' | 'ending' | 'ended';

/** What ends a conversation that nobody ends: its greatest length, a silence, and a budget used up. */
export type Limit = 'max_length' | 'silence' | 'budget';

/** A line that is lost within so many milliseconds, before anybody spoke, is opened once more. */
const REOPEN_MS = 3_000;

/** Spoken, or in writing alone, without a microphone. */
export type Mode = 'voice' | 'text';

/** A conversation as every surface may show it; the words never leave extension pages. */
export interface Conversation {
  readonly id: string;
  readonly agentId: string;
  /** The tab in which it was started, and the frame in it; 0 is the page itself. */
  readonly tabId: number;
  readonly frameId: number;
  /** Where it was started; null for the extension's own pages. */
  readonly site: Site | null;
  readonly mode: Mode;
  readonly phase: Phase;
  /** Whether the microphone is muted. */
  readonly muted: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly connectedAt?: number;
  readonly entries: readonly Entry[];
  /** Whether the SDK takes feedback on the agent's answers now. */
  readonly takesFeedback?: true;
  /** Which limit is about to end it. */
  readonly warning?: Limit;
  /** Whether the line was lost at once and opened a second time. */
  readonly reopened?: true;
  /** What an error frame said, kept because the close that follows may look harmless. */
  readonly errorFrame?: string;
  readonly end?: End;
}

/** A conversation without its words, as the background journals it and surfaces watch it. */
export interface Summary extends Omit<Conversation, 'entries' | 'errorFrame'> {
  /** Counts what was published, so that a new word is a change too. */
  readonly revision: number;
  /** When its host was lost with its words, in milliseconds since the epoch. */
  readonly lostAt?: number;
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
      readonly site: Site | null;
      readonly mode: Mode;
      readonly at: number;
    }
  | { readonly type: 'connected'; readonly at: number }
  | { readonly type: 'mode'; readonly mode: 'listening' | 'speaking' }
  | Writing
  | { readonly type: 'muted'; readonly muted: boolean }
  | { readonly type: 'feedback'; readonly taken: boolean }
  | { readonly type: 'voice asked'; readonly at: number }
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
  const { entries: _words, errorFrame: _said, ...rest } = conversation;
  return { ...rest, revision };
}

/**
 * A conversation whose host is gone: over, and for the reason it was ending already if there was one.
 * @param lostAt milliseconds since the epoch
 */
export function cutOff(conversation: Summary, because: End, lostAt: number): Summary {
  const { end = because, revision } = conversation;
  return { ...conversation, phase: 'ended', end, revision: revision + 1, lostAt };
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
  return [
    { ...start, phase: 'connecting', muted: false, startedAt: at, entries: [] },
    ['open', 'publish'],
  ];
}

function ongoing(state: Conversation, event: Exclude<Event, { type: 'start' }>): Step {
  if (event.type === 'closed' && isWorthReopening(state, event)) {
    return connectingAgain({ ...state, reopened: true });
  }
  if (event.type === 'voice asked') return spoken(state, event);
  const end = endBy(state, event);
  if (end !== null) return ending(state, end);
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
    case 'error frame':
      return { ...state, errorFrame: event.text };
    default:
      return isWriting(event)
        ? withEntries(state, written(state.entries, event))
        : switched(state, event);
  }
}

/** What is either so or not. */
function switched(state: Conversation, event: Event): Conversation {
  switch (event.type) {
    case 'muted':
      return state.muted === event.muted ? state : { ...state, muted: event.muted };
    case 'feedback':
      return event.taken ? { ...state, takesFeedback: true } : without(state, 'takesFeedback');
    default:
      return state;
  }
}

function isWriting(event: Event): event is Event & Writing {
  return WRITINGS.some((type) => type === event.type);
}

const WRITINGS = ['said', 'part', 'corrected', 'tool', 'liked', 'remarked'] as const;

function withEntries(state: Conversation, entries: readonly Entry[]): Conversation {
  return entries === state.entries ? state : { ...state, entries };
}

/**
 * A new conversation is billed and knows nothing of the old one, so nothing is retried in silence,
 * but for this: the network failed at once and nothing was said.
 */
function isWorthReopening(state: Conversation, { code, at }: A<'closed'>): boolean {
  const isEarly = at - (state.connectedAt ?? at) < REOPEN_MS;
  return code === 1006 && isEarly && state.entries.length === 0 && state.reopened === undefined;
}

/** Goes on by voice: the line is opened anew, and the transcript stays. */
function spoken(state: Conversation, { at }: A<'voice asked'>): Step {
  if (state.mode === 'voice') return [state, []];
  const remark = { kind: 'remark', remark: 'voice', at } as const;
  const entries = [...carriedOver(state.entries), remark];
  return connectingAgain({ ...state, mode: 'voice', entries });
}

/** Nothing that was true of the first line is of the next. */
function connectingAgain(state: Conversation): Step {
  const {
    connectedAt: _at,
    takesFeedback: _taken,
    warning: _near,
    errorFrame: _said,
    ...lasting
  } = state;
  return [{ ...lasting, phase: 'connecting' }, ['reopen', 'publish']];
}

function ending(state: Conversation, end: End): Step {
  const over = { ...state, phase: 'ending', entries: settled(state.entries), end } as const;
  return [over, ['release', 'publish']];
}

function without(state: Conversation, key: 'warning' | 'takesFeedback') {
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
