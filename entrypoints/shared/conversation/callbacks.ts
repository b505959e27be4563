import type { Callbacks, DisconnectionDetails } from '@11labs/client';
import type { Happening } from '../../../core/conversation.ts';
import { errorFrameText } from '../../../core/error-frame.ts';

type Tell = (happening: Happening) => void;

/** Who hears of what the SDK tells. */
export interface Listeners {
  readonly tell: Tell;
  /** A frame has come in, whatever it says: the line is alive. */
  readonly heard: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The SDK's callbacks, told as happenings of the conversation. */
export function callbacks({ tell, now, heard }: Listeners): Callbacks {
  return {
    onConnect: () => tell({ type: 'connected', at: now() }),
    onModeChange: ({ mode }) => tell({ type: 'mode', mode }),
    onMessage: ({ role, message, event_id: eventId }) => {
      const turn = { kind: 'turn' as const, role, text: message, at: now() };
      tell({ type: 'said', turn: eventId === undefined ? turn : { ...turn, eventId } });
    },
    onAgentResponseCorrection: ({ event_id: eventId, corrected_agent_response: text }) => {
      tell({ type: 'corrected', eventId, text });
    },
    // The SDK reduces an error to "Unknown error" where its text is not nested as it expects.
    onIncomingEvent: (frame: unknown) => {
      heard();
      const text = errorFrameText(frame);
      if (text !== null) tell({ type: 'error frame', text });
    },
    onDisconnect: (details) => disconnected(details, tell, now),
  };
}

function disconnected(details: DisconnectionDetails, tell: Tell, now: () => number): void {
  if (details.reason === 'user') return;
  const { closeCode: code = details.reason === 'agent' ? 1000 : 1006, closeReason: reason = '' } =
    details;
  tell({ type: 'closed', code, reason, at: now() });
}
