import { TextConversation } from '@11labs/client';
import { connect } from './connect.ts';

type Options = Parameters<typeof TextConversation.startSession>[0];

/** A conversation in writing that opens as a spoken one does: with a deadline, and so that it can be given up. */
export class WrittenConversation extends TextConversation {
  /** Rejects with the signal's reason, or a TimeoutError after 10 seconds. */
  static async open(options: Options, signal: AbortSignal): Promise<WrittenConversation> {
    const full = WrittenConversation.getFullOptions({ ...options, textOnly: true });
    const connection = await connect(full, signal);
    const conversation = new WrittenConversation(full, connection);
    conversation.markConnected();
    full.onConnect?.({ conversationId: connection.conversationId });
    return conversation;
  }
}
