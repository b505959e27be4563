/**
 * What an error frame of the agent says, or null when a frame is none. It comes nested by the
 * schema, and flat as seen when a quota ran out.
 */
export function errorFrameText(frame: unknown): string | null {
  if (field(frame, 'type') !== 'error') return null;
  const event = field(frame, 'error_event');
  const words = [
    ...['error_type', 'message', 'reason'].map((key) => field(event, key)),
    field(frame, 'message'),
  ];
  return (
    words.filter((word) => typeof word === 'string' && word !== '').join(': ') || 'unknown error'
  );
}

function field(value: unknown, key: string): unknown {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isThere ? Reflect.get(value, key) : undefined;
}
