import * as v from 'valibot';

const words = v.optional(v.string());

/** An error as the agent's server sends it: nested by the schema, flat as seen when a quota ran out. */
const ERROR_FRAME = v.object({
  type: v.literal('error'),
  message: words,
  error_event: v.optional(v.object({ error_type: words, message: words, reason: words })),
});

/** What an error frame says, or null when a frame is none. */
export function errorFrameText(frame: unknown): string | null {
  const read = v.safeParse(ERROR_FRAME, frame);
  if (!read.success) return null;
  const { message, error_event: nested } = read.output;
  const said = [nested?.error_type, nested?.message, nested?.reason, message].filter(Boolean);
  return said.join(': ') || 'unknown error';
}
