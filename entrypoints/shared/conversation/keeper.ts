import { type Conversation, type State, isLive } from '../../../core/conversation.ts';

/** How often the words so far are kept while a conversation goes on, in milliseconds. */
const EVERY_MS = 2_000;

/** Keeps a conversation now and then while it goes on, and once when it is over. */
export function keeper(
  keep: (conversation: Conversation) => Promise<void>,
): (state: State) => void {
  let latest: State = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    // Nobody waits for it, and the next one holds everything again.
    if (latest && latest.entries.length > 0) keep(latest).catch(() => {});
  };
  return (state) => {
    latest = state;
    if (!isLive(state)) {
      clearTimeout(timer);
      now();
    } else {
      timer ??= setTimeout(now, EVERY_MS);
    }
  };
}
