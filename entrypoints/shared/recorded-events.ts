import { storage } from 'wxt/utils/storage';
import type { RecordedEvent } from '../../core/recorded-events.ts';

/** The newest events, oldest first, for as long as the browser runs. */
export const recordedEvents = storage.defineItem<readonly RecordedEvent[]>('session:events', {
  fallback: [],
});
