import type { Conversation, State } from './conversation.ts';
import type { Entry } from './transcript.ts';

/** A conversation without its transcript. */
type Rest = Omit<Conversation, 'entries'>;

/** What a surface must change in what it shows: the transcript from one entry on, and all the rest. */
export interface Change {
  readonly type: 'change';
  readonly conversation: Rest | null;
  /** The index from which `entries` replaces what was there. */
  readonly from: number;
  readonly entries: readonly Entry[];
}

/** How the sound of a conversation stands, many times a second. */
export interface Vitals {
  readonly type: 'vitals';
  /** Levels from 0 to 255 over the range of the voice, low to high: the person's and the agent's. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** From ElevenLabs to here and back, in milliseconds, as it last measured. */
  readonly roundTrip?: number;
}

/** What the conversation host tells a surface that shows the whole conversation. */
export type Glimpse = Change | Vitals;

/** The line over which an extension page watches the conversation. */
export const VIEW_LINE = 'view';
/** The line over which a card follows the level of its own conversation: numbers from 0 to 1. */
export const LEVEL_LINE = 'level';

/** What leads from one state to another. */
export function changeBetween(before: State, now: State): Change {
  if (now === null) return { type: 'change', conversation: null, from: 0, entries: [] };
  const { entries, ...conversation } = now;
  const known = before?.id === now.id ? before.entries : [];
  const differs = entries.findIndex((entry, i) => entry !== known[i]);
  const from = differs === -1 ? entries.length : differs;
  return { type: 'change', conversation, from, entries: entries.slice(from) };
}

/** The state after a change. */
export function applied(before: State, { conversation, from, entries }: Change): State {
  if (conversation === null) return null;
  const known = before?.id === conversation.id ? before.entries : [];
  return { ...conversation, entries: [...known.slice(0, from), ...entries] };
}
