import { type Summary, isLive } from '../../core/conversation.ts';

/** How long the document stays without a conversation, so that the next one starts faster. */
const IDLE_MS = 60_000;

/** Watches conversations go by and closes the document when there has been none for a minute. */
export function closeWhenIdle(close: () => void): (conversation: Summary) => void {
  // It may have come ahead of a click that is never made.
  let timer = setTimeout(close, IDLE_MS);
  return (conversation) => {
    clearTimeout(timer);
    if (!isLive(conversation)) timer = setTimeout(close, IDLE_MS);
  };
}
