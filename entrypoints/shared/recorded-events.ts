import { storage } from 'wxt/utils/storage';
import type { FailureCode } from '../../core/failure.ts';

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
const MOST = 50;

/** The newest events, oldest first, for as long as the browser runs. */
export const recordedEvents = storage.defineItem<readonly RecordedEvent[]>('session:events', {
  fallback: [],
});

/** The events with one more; the oldest gives way. */
export function withEvent(
  events: readonly RecordedEvent[],
  event: RecordedEvent,
): readonly RecordedEvent[] {
  return [...events, event].slice(-MOST);
}
