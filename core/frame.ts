/** What an incoming frame of the agent's protocol is, as far as it matters before the SDK reads it. */
export interface Frame {
  readonly type: string;
  readonly eventId?: number;
  /** What an error frame says. */
  readonly error?: string;
}

/**
 * Reads a frame of which nothing is known. Its event id stands in the object beside its type; an
 * error comes nested by the schema, and flat as seen when a quota ran out.
 */
export function readFrame(frame: unknown): Frame {
  const type = text(field(frame, 'type')) ?? '';
  const eventId = payloads(frame)
    .map((payload) => field(payload, 'event_id'))
    .find((id) => typeof id === 'number');
  return {
    type,
    ...(typeof eventId === 'number' && { eventId }),
    ...(type === 'error' && { error: errorText(frame) }),
  };
}

function errorText(frame: unknown): string {
  const event = field(frame, 'error_event');
  const words = [
    ...['error_type', 'reason', 'message'].map((key) => text(field(event, key))),
    text(field(frame, 'message')),
  ];
  return words.filter((word) => word && word !== 'unknown').join(': ') || 'unknown error';
}

function payloads(frame: unknown): unknown[] {
  return typeof frame === 'object' && frame !== null ? Object.values(frame) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function field(value: unknown, key: string): unknown {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isThere ? Reflect.get(value, key) : undefined;
}
