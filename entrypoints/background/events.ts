import type { Summary } from '../../core/conversation.ts';
import { type EventType, withEvent } from '../../core/recorded-events.ts';
import { inTurn } from '../shared/in-turn.ts';
import { recordedEvents } from '../shared/recorded-events.ts';

/** Records follow each other, so that none is lost between reading and writing. */
const recording = inTurn();

/** Records that something happened, for the diagnostics a person may copy; nobody waits for it. */
export function record(type: EventType): void {
  const at = Date.now();
  void recording(async () =>
    recordedEvents.setValue(withEvent(await recordedEvents.getValue(), { at, type })),
  );
}

/** Records what a change of the conversation means; most mean nothing new. */
export function recordChange(before: Summary | null, now: Summary): void {
  const told = before?.id === now.id ? milestones(before) : [];
  for (const type of milestones(now)) if (!told.includes(type)) record(type);
}

/** How far a conversation has come. */
function milestones({ connectedAt, phase, end }: Summary): EventType[] {
  const passed: EventType[] = ['start'];
  if (connectedAt !== undefined) passed.push('connected');
  if (phase !== 'ended') return passed;
  return [...passed, end?.by === 'failure' ? `failed:${end.failure.code}` : 'ended'];
}
