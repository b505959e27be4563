import { AUDIO_FORMAT, bytesOf } from './pcm.ts';

/** A message to the client. Names and shapes are those of ElevenLabs' agent.asyncapi.yaml. */
export interface Frame {
  readonly type: string;
  readonly [payload: string]: unknown;
}

/** A tool call's name and id. */
export interface ToolCall {
  readonly name: string;
  readonly id: string;
}

/** The first frame of every conversation. */
export const metadata = (conversationId: string): Frame => ({
  type: 'conversation_initiation_metadata',
  conversation_initiation_metadata_event: {
    conversation_id: conversationId,
    agent_output_audio_format: AUDIO_FORMAT,
    user_input_audio_format: AUDIO_FORMAT,
  },
});

/** Asks for a pong; `roundTripMs` tells what the previous one took. */
export const ping = (eventId: number, roundTripMs?: number): Frame => ({
  type: 'ping',
  ping_event: {
    event_id: eventId,
    ...(roundTripMs === undefined ? {} : { ping_ms: Math.round(roundTripMs) }),
  },
});

/** A piece of the agent's voice. */
export const audio = (samples: Int16Array, eventId: number): Frame => ({
  type: 'audio',
  audio_event: { audio_base_64: bytesOf(samples).toString('base64'), event_id: eventId },
});

/** What the person said. */
export const userTranscript = (text: string, eventId: number): Frame => ({
  type: 'user_transcript',
  user_transcription_event: { user_transcript: text, event_id: eventId },
});

/** What the agent says, whole. */
export const agentResponse = (text: string, eventId: number): Frame => ({
  type: 'agent_response',
  agent_response_event: { agent_response: text, event_id: eventId },
});

/** What the agent had said when it was interrupted. */
export const correction = (original: string, corrected: string, eventId: number): Frame => ({
  type: 'agent_response_correction',
  agent_response_correction_event: {
    original_agent_response: original,
    corrected_agent_response: corrected,
    event_id: eventId,
  },
});

/** What the agent says, as it is being written. */
export const responsePart = (
  part: 'start' | 'delta' | 'stop',
  text: string,
  eventId: number,
): Frame => ({
  type: 'agent_chat_response_part',
  text_response_part: { text, type: part, event_id: eventId },
});

/** Audio with a lower event id must not be heard any more. */
export const interruption = (eventId: number): Frame => ({
  type: 'interruption',
  interruption_event: { event_id: eventId },
});

/** Tells that the agent wants a tool. */
export const toolRequest = (call: ToolCall, eventId: number): Frame => ({
  type: 'agent_tool_request',
  agent_tool_request: { ...toolFields(call), event_id: eventId },
});

/** Asks the client to run a tool of its own. */
export const toolCall = (call: ToolCall, parameters: object, eventId: number): Frame => ({
  type: 'client_tool_call',
  client_tool_call: { tool_name: call.name, tool_call_id: call.id, parameters, event_id: eventId },
});

/** Tells that the tool has answered. */
export const toolResponse = (call: ToolCall, isError: boolean, eventId: number): Frame => ({
  type: 'agent_tool_response',
  agent_tool_response: {
    ...toolFields(call),
    is_error: isError,
    is_called: true,
    event_id: eventId,
  },
});

/** Something went wrong; `code` is that of the close frame which may follow. */
export const error = (code: 1000 | 1002 | 1008 | 1011, message: string, reason: string): Frame => ({
  type: 'error',
  error_event: { code, message, error_type: 'unknown', reason },
});

const toolFields = ({ name, id }: ToolCall) => ({
  tool_name: name,
  tool_call_id: id,
  tool_type: 'client',
});
