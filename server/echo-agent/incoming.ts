import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Initiation = Type.Object({
  type: Type.Literal('conversation_initiation_client_data'),
  conversation_config_override: Type.Optional(
    Type.Object({
      conversation: Type.Optional(Type.Object({ text_only: Type.Optional(Type.Boolean()) })),
    }),
  ),
});

const ToolResult = Type.Object({
  type: Type.Literal('client_tool_result'),
  tool_call_id: Type.String(),
  result: Type.String(),
  is_error: Type.Boolean(),
});

/** What has no words of its own to be answered. */
const Aside = Type.Union([
  Type.Object({ type: Type.Literal('contextual_update'), text: Type.String() }),
  Type.Object({ type: Type.Literal('user_activity') }),
  Type.Object({
    type: Type.Literal('feedback'),
    score: Type.Union([Type.Literal('like'), Type.Literal('dislike'), Type.Null()]),
    event_id: Type.Integer(),
  }),
]);

/** Audio alone carries no type on the wire; it is given one here. */
const Audio = Type.Object({ type: Type.Literal('audio'), user_audio_chunk: Type.String() });

const ClientFrame = Type.Union([
  Initiation,
  ToolResult,
  Audio,
  Aside,
  Type.Object({ type: Type.Literal('pong'), event_id: Type.Integer() }),
  Type.Object({ type: Type.Literal('user_message'), text: Type.String() }),
]);

/** The messages of a client that the echo agent acts upon. */
export type ClientFrame = Static<typeof ClientFrame>;
/** What a client tells besides what is said. */
export type Aside = Static<typeof Aside>;
/** A tool's answer. */
export type ToolResult = Static<typeof ToolResult>;
/** The client's opening message. */
export type Initiation = Static<typeof Initiation>;

/** Reads a message: `ignored` are those nobody knows, `unreadable` is what is not a JSON object. */
export function readFrame(text: string): ClientFrame | 'ignored' | 'unreadable' {
  const message = parseObject(text);
  if (message === null) return 'unreadable';
  const frame = 'user_audio_chunk' in message ? { ...message, type: 'audio' } : message;
  return Value.Check(ClientFrame, frame) ? frame : 'ignored';
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
