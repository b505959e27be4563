import type { Callbacks, DisconnectionDetails } from '@11labs/client';
import type { Happening } from '../../../core/conversation.ts';
import { readFrame } from '../../../core/frame.ts';
import type { ToolUse } from '../../../core/transcript.ts';
import type { Hush } from './hush.ts';

type Tell = (happening: Happening) => void;
type ToolRequest = Parameters<NonNullable<Callbacks['onAgentToolRequest']>>[0];

/** Who hears of what the SDK tells. */
export interface Listeners {
  readonly tell: Tell;
  /** A frame has come in, whatever it says: the line is alive. */
  readonly heard: () => void;
  /** From the agent to here and back, in milliseconds. */
  readonly measured: (roundTrip: number) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The SDK's callbacks, told as happenings of the conversation. */
export function callbacks({ tell, now, heard, measured }: Listeners, hush: Hush): Callbacks {
  return {
    ...transcriptCallbacks(tell, now),
    onConnect: () => tell({ type: 'connected', at: now() }),
    onModeChange: ({ mode }) => {
      // The SDK takes every piece of audio for speech, also one that is not played.
      if (mode === 'listening' || !hush.isOn) tell({ type: 'mode', mode });
    },
    onCanSendFeedbackChange: ({ canSendFeedback: taken }) => tell({ type: 'feedback', taken }),
    onPing: (ping) => {
      const { ping_ms: roundTrip } = ping ?? {};
      if (typeof roundTrip === 'number' && Number.isFinite(roundTrip)) measured(roundTrip);
    },
    // The SDK reduces an error to "Unknown error" where its text is not nested as it expects.
    onIncomingEvent: (incoming: unknown) => {
      heard();
      const frame = readFrame(incoming);
      hush.see(frame);
      if (frame.error === undefined) return;
      tell({ type: 'error frame', text: frame.error });
      // All that the SDK makes of another error is a line on the console; thrown, it goes no further.
      if (!frame.error.startsWith('max_duration_exceeded')) throw new Error(frame.error);
    },
    onDisconnect: (details) => disconnected(details, tell, now),
  };
}

/** The SDK hands on what came over the line as if it were of these types; what is not, is not written down. */
function transcriptCallbacks(tell: Tell, now: () => number): Callbacks {
  const used = (request: ToolRequest, outcome: ToolUse['outcome']) => {
    const { tool_name: name, tool_call_id: callId } = request ?? {};
    if (!isText(name) || !isText(callId)) return;
    tell({ type: 'tool', use: { kind: 'tool', callId, name, outcome, at: now() } });
  };
  return {
    onMessage: ({ role, message: text, event_id: eventId }) => {
      if (!isText(text)) return;
      const turn = { kind: 'turn', role, text, at: now() } as const;
      tell({ type: 'said', turn: isId(eventId) ? { ...turn, eventId } : turn });
    },
    onAgentChatResponsePart: (part) => {
      const { event_id: eventId, text } = part ?? {};
      if (isId(eventId) && isText(text)) tell({ type: 'part', eventId, text, at: now() });
    },
    onAgentResponseCorrection: (correction) => {
      const { event_id: eventId, corrected_agent_response: text } = correction ?? {};
      if (isId(eventId) && isText(text)) tell({ type: 'corrected', eventId, text });
    },
    onAgentToolRequest: (request) => used(request, 'running'),
    onAgentToolResponse: (response) => used(response, response?.is_error ? 'failed' : 'done'),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isId(value: unknown): value is number {
  return Number.isInteger(value);
}

function disconnected(details: DisconnectionDetails, tell: Tell, now: () => number): void {
  if (details.reason === 'user') return;
  const { closeCode: code = details.reason === 'agent' ? 1000 : 1006, closeReason: reason = '' } =
    details;
  tell({ type: 'closed', code, reason, at: now() });
}
