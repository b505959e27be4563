import type { Wish } from './wish.ts';

/** What a person may answer: this time, always for this agent on this site, or no. */
export type Answer = 'once' | 'always' | 'no';

/** Whether a conversation may start, put to the person on a surface of the extension's own. */
export interface Question {
  readonly id: string;
  readonly wish: Wish;
  /** End the conversation there is, if this one is allowed. */
  readonly replace: boolean;
  /** The agent's name in the backend's catalogue; null where it is not there, or nobody could say. */
  readonly name: string | null;
  /** Whether the backend has a catalogue, and the agent is not in it. */
  readonly isUnlisted: boolean;
  /** What asked for it: an agent that is new here, or a click that may not have been meant. */
  readonly because: 'new agent' | 'doubtful click';
  /** Whether `always` can be offered; not for a document without an origin of its own, which is said. */
  readonly canBeLasting: boolean;
}
