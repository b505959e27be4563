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
    onPing: ({ ping_ms: roundTrip }) => {
      if (typeof roundTrip === 'number') measured(roundTrip);
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

function transcriptCallbacks(tell: Tell, now: () => number): Callbacks {
  const use = ({ tool_name: name, tool_call_id: callId }: ToolRequest) =>
    ({ kind: 'tool', callId, name, at: now() }) as const;
  const used = (tool: ToolUse) => tell({ type: 'tool', use: tool });
  return {
    onMessage: ({ role, message, event_id: eventId }) => {
      const turn = { kind: 'turn', role, text: textOf(message), at: now() } as const;
      tell({ type: 'said', turn: eventId === undefined ? turn : { ...turn, eventId } });
    },
    onAgentChatResponsePart: ({ event_id: eventId, text }) => {
      tell({ type: 'part', eventId, text: textOf(text), at: now() });
    },
    onAgentResponseCorrection: ({ event_id: eventId, corrected_agent_response: text }) => {
      tell({ type: 'corrected', eventId, text: textOf(text) });
    },
    onAgentToolRequest: (request) => used({ ...use(request), outcome: 'running' }),
    onAgentToolResponse: (response) =>
      used({ ...use(response), outcome: response.is_error ? 'failed' : 'done' }),
  };
}

/** The SDK hands on what an agent sends unchecked; a frame without its words is passed over, as one that it cannot read. */
function textOf(words: unknown): string {
  if (typeof words === 'string') return words;
  throw new TypeError('no words');
}

function disconnected(details: DisconnectionDetails, tell: Tell, now: () => number): void {
  if (details.reason === 'user') return;
  const { closeCode: code = details.reason === 'agent' ? 1000 : 1006, closeReason: reason = '' } =
    details;
  tell({ type: 'closed', code, reason, at: now() });
}
