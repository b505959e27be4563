import type { Callbacks, DisconnectionDetails } from '@11labs/client';
import type { Happening } from '../../../core/conversation.ts';
import { errorFrameText } from '../../../core/error-frame.ts';

type Tell = (happening: Happening) => void;

/** The SDK's callbacks, told as happenings of the conversation. */
export function callbacks(tell: Tell, now: () => number): Callbacks {
  return {
    onConnect: () => tell({ type: 'connected', at: now() }),
    onModeChange: ({ mode }) => tell({ type: 'mode', mode }),
    onMessage: ({ role, message, event_id: eventId }) => {
      const turn = { role, text: message, at: now() };
      tell({ type: 'said', turn: eventId === undefined ? turn : { ...turn, eventId } });
    },
    onAgentResponseCorrection: ({ event_id: eventId, corrected_agent_response: text }) => {
      tell({ type: 'corrected', eventId, text });
    },
    // The SDK reduces an error to "Unknown error" where its text is not nested as it expects.
    onIncomingEvent: (frame: unknown) => {
      const text = errorFrameText(frame);
      if (text !== null) tell({ type: 'error frame', text });
    },
    onDisconnect: (details) => disconnected(details, tell),
  };
}

function disconnected(details: DisconnectionDetails, tell: Tell): void {
  if (details.reason === 'user') return;
  const { closeCode: code = details.reason === 'agent' ? 1000 : 1006, closeReason: reason = '' } =
    details;
  tell({ type: 'closed', code, reason });
}
