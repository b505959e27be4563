import type { Summary } from '../../core/conversation.ts';
import { type EventType, recordedEvents, withEvent } from '../shared/recorded-events.ts';

/** Records follow each other, so that none is lost between reading and writing. */
let recording: Promise<void> = Promise.resolve();

/** Records that something happened, for the diagnostics a person may copy; nobody waits for it. */
export function record(type: EventType): void {
  const at = Date.now();
  const add = async () =>
    recordedEvents.setValue(withEvent(await recordedEvents.getValue(), { at, type }));
  recording = recording.then(add, add);
}

/** Records what a change of the conversation means; most mean nothing new. */
export function recordChange(before: Summary | null, now: Summary): void {
  const known = before?.id === now.id ? before : null;
  if (known === null) record('start');
  if (known?.connectedAt === undefined && now.connectedAt !== undefined) record('connected');
  if (known?.phase === 'ended' || now.phase !== 'ended') return;
  record(now.end?.by === 'failure' ? `failed:${now.end.failure.code}` : 'ended');
}
