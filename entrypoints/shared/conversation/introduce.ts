import type { Conversation } from '../../../core/conversation.ts';
import type { StartOrder } from '../../../core/messages.ts';
import { recap } from '../../../core/transcript.ts';
import type { Call } from './call.ts';

/** What stands before the words of a conversation that began in writing, for the agent that takes it up. */
const EARLIER = 'This conversation began in writing. What was said so far:';

/** Brings a call to where the conversation stands: what the agent should know, and whether we are muted. */
export async function introduce(
  call: Pick<Call, 'obey' | 'tell'>,
  { context }: StartOrder,
  { entries, muted }: Conversation,
): Promise<void> {
  if (muted) await call.obey({ do: 'mute', muted });
  if (context !== undefined) call.tell(context);
  const earlier = recap(entries);
  if (earlier !== '') call.tell(`${EARLIER}\n${earlier}`);
}
