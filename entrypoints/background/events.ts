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
