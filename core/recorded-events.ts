import type { FailureCode } from './failure.ts';

/** What the extension remembers of what happened: words of its own alone, nothing of anybody's. */
export type EventType =
  | 'installed'
  | 'updated'
  | 'start'
  | 'connected'
  | 'ended'
  | `failed:${FailureCode}`
  | 'question'
  | 'answered'
  | 'site enabled'
  | 'site disabled'
  | 'site revoked'
  | 'microphone granted'
  | 'panel refused'
  | 'shortcut'
  | 'menu'
  | 'picking'
  | 'panic';

/** Something that happened, at a time in milliseconds since the epoch. */
export interface RecordedEvent {
  readonly at: number;
  readonly type: EventType;
}

/** How many are kept. */
export const MOST_EVENTS = 50;

/** The events with one more; the oldest gives way. */
export function withEvent(
  events: readonly RecordedEvent[],
  event: RecordedEvent,
): readonly RecordedEvent[] {
  return [...events, event].slice(-MOST_EVENTS);
}
